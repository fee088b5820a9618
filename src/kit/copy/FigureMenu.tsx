import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Text } from '../../language/language.ts';
import { Icon, type IconName } from '../button/Icon.tsx';
import { downloadPng, downloadSvg } from '../export/picture.ts';
import { useFigure, useSay } from '../scene/context.ts';
import { PlaybackItems } from '../transport/PlaybackItems.tsx';
import { COPY_WORDS, type CopyId, useCopies } from './useCopies.ts';

interface FigureMenuProps {
  readonly stage: RefObject<HTMLElement | null>;
  readonly title: string;
  /** What has a button of its own beside the menu on a laptop, and stands in it on a phone. */
  readonly acts: readonly { readonly icon: IconName; readonly label: Text; act(): void }[];
}

const WORDS = {
  copy: { en: 'Copy', zh: '复制' },
  more: { en: 'More', zh: '更多' },
  copied: { en: 'Copied', zh: '已复制' },
  saved: { en: 'Saved', zh: '已保存' },
  failed: { en: 'The picture could not be made:', zh: '无法生成图片：' },
  refused: {
    en: 'The browser did not let the page copy. Copy it from here:',
    zh: '浏览器不允许网页复制，请从这里手动复制：',
  },
  close: { en: 'Close', zh: '关闭' },
  svg: { en: 'Save picture (SVG)', zh: '保存图片 (SVG)' },
  png: { en: 'Save picture (PNG)', zh: '保存图片 (PNG)' },
} as const;

/** An item to choose, or one of several. */
const ITEM = '[role^=menuitem]';

const COPIES: readonly CopyId[] = ['link', 'pytorch', 'numpy', 'latex', 'embed'];

/** The menu that takes the figure elsewhere: as a link, as code, as a formula, as a picture. */
export function FigureMenu({ stage, title, acts }: FigureMenuProps) {
  const { scene } = useFigure();
  const say = useSay();
  const copies = useCopies(stage, title);
  const menu = useMenu();
  const [said, say1] = useSaid();
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async (id: CopyId): Promise<void> => {
    const text = copies[id]();
    try {
      await navigator.clipboard.writeText(text);
      setByHand(null);
      say1(say(WORDS.copied));
    } catch {
      setByHand(text);
    }
  };
  const save = async (download: typeof downloadSvg): Promise<void> => {
    if (!stage.current) return;
    try {
      await download(stage.current, title, scene.name);
      say1(say(WORDS.saved));
    } catch (error) {
      say1(`${say(WORDS.failed)} ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const item = (key: string, label: Text, act: () => unknown, className?: string) => (
    <button
      key={key}
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={className}
      onClick={() => {
        menu.close();
        act();
      }}
    >
      {say(label)}
    </button>
  );
  return (
    <div className="copy-menu" ref={menu.root}>
      <button
        type="button"
        ref={menu.button}
        className="kit-button"
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        aria-controls={menu.id}
        onClick={menu.toggle}
      >
        <span className="copy-name">
          <Icon name="copy" />
          <span>{say(WORDS.copy)}</span>
          <Icon name="down" />
        </span>
        <span className="copy-more">
          <Icon name="more" />
          <span className="visually-hidden">{say(WORDS.more)}</span>
        </span>
      </button>
      <div
        id={menu.id}
        className="copy-list"
        role="menu"
        aria-label={say(WORDS.copy)}
        hidden={!menu.isOpen}
        onKeyDown={menu.onKeyDown}
      >
        {COPIES.map((id) => item(id, COPY_WORDS[id], () => copy(id)))}
        {item('svg', WORDS.svg, () => save(downloadSvg))}
        {item('png', WORDS.png, () => save(downloadPng))}
        <PlaybackItems onChosen={menu.close} />
        {acts.map(({ label, act }) => item(label.en, label, act, 'copy-act'))}
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
            rows={6}
            onFocus={(event) => event.target.select()}
            aria-label={say(WORDS.copy)}
          />
          <button type="button" className="kit-button" onClick={() => setByHand(null)}>
            {say(WORDS.close)}
          </button>
        </div>
      )}
    </div>
  );
}

/** A sentence that goes by itself. */
function useSaid(): readonly [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}

/** Where a key leads from an item; what stands in a row is passed one by one. */
const NEXT: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A menu button: opens on its first item; arrows, Home and End move; Escape, Tab and a press elsewhere close it. */
function useMenu() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>(ITEM)?.focus();
    const onPress = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // An item that is hidden at this width takes no focus.
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEM)].filter(
      (item) => item.offsetParent !== null,
    );
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = NEXT[event.key]?.(at, items.length);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      items[(next + items.length) % items.length]?.focus();
    }
  };
  return { id, isOpen, root, button, close, onKeyDown, toggle: () => setOpen(!isOpen) };
}
