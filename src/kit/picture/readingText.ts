import type { Language } from '../../language/language.ts';
import type { Picture, PictureNote } from './picture.ts';
import { sizeText } from './words.ts';

/** The picture's name, its size, and what was done to it. */
export function readingText(picture: Picture, notes: readonly PictureNote[], language: Language): string {
  const en = language === 'en';
  const size: [number, number] = [picture.width, picture.height];
  const parts = notes.map((note) => noteText(note, size, en));
  if (!notes.some((note) => note.kind === 'shrunk'))
    parts.unshift(en ? `${sizeText(size)} pixels` : `${sizeText(size)} 像素`);
  return en ? `${picture.name}: ${parts.join('; ')}.` : `${picture.name}：${parts.join('；')}。`;
}

function noteText(note: PictureNote, size: readonly [number, number], en: boolean): string {
  switch (note.kind) {
    case 'shrunk':
      return en
        ? `shrunk from ${sizeText(note.from)} to ${sizeText(size)} pixels`
        : `由 ${sizeText(note.from)} 缩小为 ${sizeText(size)} 像素`;
    case 'firstFrame':
      return en ? 'first frame of an animation' : '动画的第一帧';
    case 'onWhite':
      return en ? 'transparent parts laid on white' : '透明处垫上了白色';
    case 'noEnd':
      return en
        ? 'the file lacks its end mark, so fine detail may be missing'
        : '文件缺少结束标记，细节可能不全';
    case 'mayBeConverted':
      return en
        ? 'its colours are not sRGB and this browser may convert them, so these need not be the stored numbers'
        : '文件的颜色不是 sRGB，这个浏览器可能做过换算，这里未必是文件里存的原数';
    case 'fromCmyk':
      return en
        ? 'stored as cyan, magenta, yellow and black; red, green and blue were computed from them'
        : '文件存的是青、品红、黄、黑四色，红绿蓝由此换算而来';
    case 'eightBits':
      return en
        ? `stored with ${note.bits} bits a number, of which 8 are kept`
        : `文件每个数存 ${note.bits} 位，这里保留 8 位`;
  }
}
