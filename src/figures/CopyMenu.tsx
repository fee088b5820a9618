import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Text } from '../language/language.ts';
import { writeLink } from '../playback/link.ts';
import { useFigure, useSay } from './figureContext.ts';
import { Icon } from './Icon.tsx';
import { downloadPng, downloadSvg } from './picture.ts';

/** Code that prints the numbers on the screen, made when asked for. */
export interface CopySources {
  pytorch?(): string;
  numpy?(): string;
  latex?(): string;
}

interface CopyMenuProps {
  readonly stage: RefObject<HTMLElement | null>;
  readonly sources: CopySources;
  readonly title: string;
}

type Item = 'link' | 'pytorch' | 'numpy' | 'latex' | 'svg' | 'png';

const WORDS = {
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  saved: { en: 'Saved', zh: '已保存' },
  failed: { en: 'The picture could not be made:', zh: '无法生成图片：' },
  refused: {
    en: 'The browser did not let the page copy. Copy it from here:',
    zh: '浏览器不允许网页复制，请从这里手动复制：',
  },
  close: { en: 'Close', zh: '关闭' },
} as const;

const ITEMS: Readonly<Record<Item, Text>> = {
  link: { en: 'Link to this state', zh: '此状态的链接' },
  pytorch: { en: 'PyTorch code', zh: 'PyTorch 代码' },
  numpy: { en: 'NumPy code', zh: 'NumPy 代码' },
  latex: { en: 'LaTeX formula', zh: 'LaTeX 公式' },
  svg: { en: 'Save picture (SVG)', zh: '保存图片 (SVG)' },
  png: { en: 'Save picture (PNG)', zh: '保存图片 (PNG)' },
};

/** The menu that takes the figure elsewhere: as a link, as code, as a formula, as a picture. */
export function CopyMenu({ stage, sources, title }: CopyMenuProps) {
  const { store, scene } = useFigure();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const items = (Object.keys(ITEMS) as Item[]).filter(
    (item) => item === 'link' || item === 'svg' || item === 'png' || sources[item] !== undefined,
  );
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const close = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);

  const copyText = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setByHand(null);
      setSaid(say(WORDS.copied));
    } catch {
      setByHand(text);
    }
  };
  const run = async (item: Item): Promise<void> => {
    setOpen(false);
    button.current?.focus();
    if (item === 'link') {
      const hash = writeLink({ scene, texts: store.actions.toLink() });
      history.replaceState(history.state, '', hash);
      return copyText(location.href);
    }
    if (item !== 'svg' && item !== 'png') return copyText(sources[item]?.() ?? '');
    const element = stage.current;
    if (!element) return;
    try {
      await (item === 'svg' ? downloadSvg : downloadPng)(element, title, scene);
      setSaid(say(WORDS.saved));
    } catch (error) {
      setSaid(`${say(WORDS.failed)} ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <div className="copy-menu" ref={root}>
      <button
        type="button"
        ref={button}
        className="tool-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      >
        <Icon name="copy" />
        {say(WORDS.copy)}
      </button>
      <div
        id={menuId}
        className="copy-list"
        role="menu"
        aria-label={say(WORDS.copy)}
        hidden={!open}
        onKeyDown={(event) => {
          const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
          const at = all.indexOf(document.activeElement as HTMLElement);
          const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
          if (event.key === 'Escape') {
            event.stopPropagation();
            setOpen(false);
            button.current?.focus();
          } else if (event.key === 'Tab') setOpen(false);
          else if (next !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            all[(next + all.length) % all.length]?.focus();
          }
        }}
      >
        {items.map((item) => (
          <button type="button" role="menuitem" tabIndex={-1} key={item} onClick={() => void run(item)}>
            {say(ITEMS[item])}
          </button>
        ))}
      </div>
      <span className="copy-said" role="status">
        {said}
      </span>
      {byHand !== null && (
        <div className="copy-by-hand" role="alert">
          <p>{say(WORDS.refused)}</p>
          <textarea
            readOnly
            value={byHand}
            rows={4}
            onFocus={(event) => event.target.select()}
            aria-label={say(WORDS.copy)}
          />
          <button type="button" onClick={() => setByHand(null)}>
            {say(WORDS.close)}
          </button>
        </div>
      )}
    </div>
  );
}
