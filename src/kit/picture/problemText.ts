import type { Language } from '../../language/language.ts';
import type { OtherFile } from './formats/otherFiles.ts';
import type { PictureProblem } from './picture.ts';
import { sizeText } from './words.ts';

/** What is wrong and, where there is a way, what to do; then that the figure has kept what it had. */
export function problemText(problem: PictureProblem, name: string, language: Language): string {
  const en = language === 'en';
  const file = name ? `“${name}”` : en ? 'This file' : '这个文件';
  const text = PROBLEMS[language](problem, file);
  return en ? `${text} The figure keeps the picture it had.` : `${text}图中仍是原来的图片。`;
}

const PROBLEMS: Readonly<Record<Language, (problem: PictureProblem, file: string) => string>> = {
  en: (problem, file) => {
    switch (problem.kind) {
      case 'empty':
        return `${file} is empty.`;
      case 'tooHeavy':
        return `${file} is larger than 256 MB; the page does not open it.`;
      case 'cut':
        return `${file} is cut short: its end is missing.`;
      case 'damaged':
        return `${file} is damaged: part of the picture is missing or cannot be read.`;
      case 'noPicture':
        return `${file} is not a picture that this browser can read.`;
      case 'nothingThere':
        return 'There was no picture in that.';
      case 'otherFile':
        return OTHER_FILES.en[problem.file.kind](file, problem.file.name);
      case 'notDecoded':
        return NEW_FORMATS.includes(problem.format)
          ? `${file} is a ${problem.format} picture, which this browser cannot read. Export it as JPEG and open that.`
          : `${file} is ${problem.format === 'AVIF' || problem.format === 'SVG' ? 'an' : 'a'} ${problem.format} picture, but this browser cannot decode it; it may be damaged.`;
      case 'notHandedOver':
        return `${file} can be drawn, but this browser does not hand over its pixels. Export it as PNG and open that.`;
      case 'tooLarge':
        return `${file} has ${sizeText(problem.size)} pixels, more than a page can safely decode.`;
      case 'tooThin':
        return `${file} has ${sizeText(problem.size)} pixels: shrunk to fit, nothing would be left of its short side.`;
      case 'tooSmall':
        return `${file} has only ${sizeText(problem.size)} pixels, too few for this figure.`;
      case 'cameraAbsent':
        return 'There is no camera that this page could use.';
      case 'cameraRefused':
        return 'The camera was not allowed. You can allow it in the browser’s settings for this page.';
      case 'cameraBusy':
        return 'The camera is there but could not be started; another program may be using it.';
      case 'cameraFailed':
        return 'The camera could not be opened.';
    }
  },
  zh: (problem, file) => {
    switch (problem.kind) {
      case 'empty':
        return `${file}是空的。`;
      case 'tooHeavy':
        return `${file}超过 256 MB，太大，打不开。`;
      case 'cut':
        return `${file}不完整，缺了结尾。`;
      case 'damaged':
        return `${file}已损坏，部分画面缺失或无法读取。`;
      case 'noPicture':
        return `${file}不是这个浏览器能读取的图片。`;
      case 'nothingThere':
        return '这里面没有图片。';
      case 'otherFile':
        return OTHER_FILES.zh[problem.file.kind](file, problem.file.name);
      case 'notDecoded':
        return NEW_FORMATS.includes(problem.format)
          ? `${file}是 ${problem.format} 图片，这个浏览器读不了。请导出为 JPEG 再打开。`
          : `${file}是 ${problem.format} 图片，但这个浏览器无法解码，文件可能已损坏。`;
      case 'notHandedOver':
        return `${file}可以绘制，但这个浏览器不允许读取它的像素。请导出为 PNG 再打开。`;
      case 'tooLarge':
        return `${file}有 ${sizeText(problem.size)} 像素，网页无法安全地解码。`;
      case 'tooThin':
        return `${file}有 ${sizeText(problem.size)} 像素，缩小之后短边就所剩无几了。`;
      case 'tooSmall':
        return `${file}只有 ${sizeText(problem.size)} 像素，对这幅图来说太小。`;
      case 'cameraAbsent':
        return '没有可供本页使用的摄像头。';
      case 'cameraRefused':
        return '没有摄像头权限。可以在浏览器的网站设置里允许它。';
      case 'cameraBusy':
        return '摄像头无法启动，可能正被其他程序占用。';
      case 'cameraFailed':
        return '无法打开摄像头。';
    }
  },
};

/** Formats that are whole and well, only unknown to some browsers. */
const NEW_FORMATS: readonly string[] = ['HEIC', 'JPEG XL'];

const OTHER_FILES: Readonly<
  Record<Language, Readonly<Record<OtherFile['kind'], (file: string, format: string) => string>>>
> = {
  en: {
    picture: (file, format) =>
      `${file} is a picture in the format ${format}, which the page does not open. Export it as JPEG or PNG and open that.`,
    document: (file, format) =>
      `${file} is a document (${format}), not a picture. Save the picture in it as JPEG or PNG, or take a screenshot.`,
    video: (file, format) =>
      `${file} is a film (${format}), not a picture. Save one frame of it as JPEG or PNG, or take a screenshot.`,
    archive: (file, format) =>
      `${file} is a packed file (${format}). Unpack it first and open the picture inside.`,
  },
  zh: {
    picture: (file, format) => `${file}是 ${format} 格式的图片，本页打不开。请导出为 JPEG 或 PNG 再打开。`,
    document: (file, format) =>
      `${file}是文档（${format}），不是图片。请把其中的图片另存为 JPEG 或 PNG，或截一张图。`,
    video: (file, format) =>
      `${file}是视频（${format}），不是图片。请把其中一帧存为 JPEG 或 PNG，或截一张图。`,
    archive: (file, format) => `${file}是压缩文件（${format}）。请先解压，再打开里面的图片。`,
  },
};
