import type { Language } from '../../language/language.ts';
import type { Picture, PictureNote, PictureProblem } from './picture.ts';

export const WORDS = {
  group: { en: 'Your own picture', zh: '你自己的图片' },
  open: { en: 'Open a picture…', zh: '打开图片……' },
  camera: { en: 'Camera', zh: '拍照' },
  hint: {
    en: 'or drop one on the figure, or paste it. It never leaves your machine.',
    zh: '也可以把图片拖到图上，或直接粘贴。图片不会离开你的设备。',
  },
  shoot: { en: 'Take the picture', zh: '拍下' },
  cancel: { en: 'Cancel', zh: '取消' },
  waiting: { en: 'Waiting for the camera …', zh: '正在等待摄像头……' },
  view: { en: 'What the camera sees', zh: '摄像头画面' },
  shot: { en: 'Camera picture', zh: '拍摄的照片' },
  pasted: { en: 'Pasted picture', zh: '粘贴的图片' },
} as const;

const size = ([width, height]: readonly [number, number]): string => `${width} × ${height}`;

/** One sentence that says what is wrong, and that the figure has kept what it had. */
export function problemText(problem: PictureProblem, name: string, language: Language): string {
  const en = language === 'en';
  const file = name ? (en ? `“${name}”` : `“${name}”`) : en ? 'This file' : '这个文件';
  const kept = en ? 'The figure keeps the picture it had.' : '图中仍是原来的图片。';
  const text = ((): string => {
    switch (problem.kind) {
      case 'empty':
        return en ? `${file} is empty.` : `${file}是空的。`;
      case 'tooHeavy':
        return en
          ? `${file} is larger than 256 MB; the page does not open it.`
          : `${file}超过 256 MB，太大，打不开。`;
      case 'cut':
        return en ? `${file} is cut short: its end is missing.` : `${file}不完整，缺了结尾。`;
      case 'noPicture':
        return en
          ? `${file} is not a picture that this browser can read.`
          : `${file}不是这个浏览器能读取的图片。`;
      case 'nothingThere':
        return en ? 'There was no picture in that.' : '这里面没有图片。';
      case 'tooLarge':
        return en
          ? `${file} has ${size(problem.size)} pixels, more than a page can safely decode.`
          : `${file}有 ${size(problem.size)} 个像素，网页无法安全地解码。`;
      case 'tooThin':
        return en
          ? `${file} has ${size(problem.size)} pixels: shrunk to fit, nothing would be left of its short side.`
          : `${file}有 ${size(problem.size)} 个像素，缩小之后短边就所剩无几了。`;
      case 'tooSmall':
        return en
          ? `${file} has only ${size(problem.size)} pixels, too few for this figure.`
          : `${file}只有 ${size(problem.size)} 个像素，对这幅图来说太小。`;
      case 'cameraAbsent':
        return en ? 'There is no camera that this page could use.' : '没有可供本页使用的摄像头。';
      case 'cameraRefused':
        return en
          ? 'The camera was not allowed. You can allow it in the browser’s settings for this page.'
          : '摄像头未获允许。可以在浏览器的网站设置里允许它。';
      case 'cameraBusy':
        return en
          ? 'The camera is there but could not be started; another program may be using it.'
          : '摄像头无法启动，可能正被其他程序占用。';
      case 'cameraFailed':
        return en ? 'The camera could not be opened.' : '无法打开摄像头。';
    }
  })();
  return en ? `${text} ${kept}` : text + kept;
}

function noteText(note: PictureNote, picture: Picture, en: boolean): string {
  switch (note.kind) {
    case 'shrunk':
      return en
        ? `shrunk from ${size(note.from)} to ${size([picture.width, picture.height])} pixels`
        : `由 ${size(note.from)} 缩小为 ${size([picture.width, picture.height])} 个像素`;
    case 'firstFrame':
      return en ? 'first frame of an animation' : '动画的第一帧';
    case 'onWhite':
      return en ? 'transparent parts laid on white' : '透明处垫上了白色';
  }
}

/** The picture's name, its size, and what was done to it. */
export function readingText(picture: Picture, notes: readonly PictureNote[], language: Language): string {
  const en = language === 'en';
  const parts = notes.map((note) => noteText(note, picture, en));
  if (!notes.some((note) => note.kind === 'shrunk'))
    parts.unshift(
      en
        ? `${size([picture.width, picture.height])} pixels`
        : `${size([picture.width, picture.height])} 个像素`,
    );
  return en ? `${picture.name}: ${parts.join('; ')}.` : `${picture.name}：${parts.join('；')}。`;
}
