import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** A text of the project, and where it is written. */
export interface Found {
  readonly at: string;
  readonly text: string;
}

const SRC = 'src';
/** Stands for a part that is filled in while the page runs, and for a formula: neither rule of spacing asks about it. */
export const HOLE = '\ufffc';

const files = (ending: RegExp): string[] =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .sort();

/** The files of the chapters in one language, with their text. */
export const chapterFiles = (language: 'en' | 'zh'): Found[] =>
  files(new RegExp(`^${language}\\.mdx$`)).map((at) => ({ at, text: readFileSync(at, 'utf8') }));

/** What a reader sees of a chapter, a line each: without tags, code and displayed formulas. */
function proseOf({ at, text }: Found): Found[] {
  const shown = text
    .replace(/\$\$[\s\S]*?\$\$/g, (formula) => formula.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, HOLE)
    .replace(/\$[^$\n]+\$/g, HOLE)
    .replace(/^export const (title|lede) = "(.*)";$/gm, '$2')
    .replace(/<(?:Question prompt|Section id="[^"]*" title)="([^"]*)">/g, '$1')
    .replace(/<Answer(?: right)? text="([^"]*)"(?: right)?>/g, '$1\u2028')
    .replace(/<Ref [^>]*>/g, HOLE)
    .replace(/<[^>]+>/g, '')
    .replaceAll('**', '');
  return shown.split('\n').flatMap((line, i) =>
    line
      .split('\u2028')
      .filter((part) => part.trim() !== '')
      .map((part) => ({ at: `${at}:${i + 1}`, text: part })),
  );
}

/** A node of the syntax tree, as far as it is looked at here. */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
  readonly key?: { readonly name?: string };
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The text of a string, a template or text between tags; null: it is something else. */
function textOf({ type, value, quasis }: SyntaxNode): string | null {
  if (type === 'TemplateLiteral') return (quasis ?? []).map((part) => part.value.cooked).join(HOLE);
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : null;
}

/** The strings of the code, without the other names by which a word of the glossary is found. */
function stringsOf(at: string): Found[] {
  const code = readFileSync(at, 'utf8');
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'Property' && value.key?.name === 'also') return;
    const text = textOf(value);
    if (text !== null) found.push({ at: `${at}:${code.slice(0, value.start).split('\n').length}`, text });
    Object.values(value).forEach(visit);
  };
  visit(parseSync(at, code).program);
  return found;
}

const HAN = /\p{Script=Han}/u;

/** Every Chinese text: the chapters’ prose, and the strings of scenes, figures, glossary and pages. */
export const chineseTexts = (): Found[] => [
  ...chapterFiles('zh').flatMap(proseOf),
  ...files(/\.tsx?$/)
    .flatMap(stringsOf)
    .filter(({ text }) => HAN.test(text)),
];

/** Every English text: the chapters’ prose, and the strings of the code in which two words stand side by side. */
export const englishTexts = (): Found[] => [
  ...chapterFiles('en').flatMap(proseOf),
  ...files(/\.tsx?$/)
    .flatMap(stringsOf)
    .filter(({ text }) => /[a-z] [a-z]/i.test(text) && !HAN.test(text)),
];
