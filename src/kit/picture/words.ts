/** What stands on the buttons and beside them. */
export const WORDS = {
  group: { en: 'Your own picture', zh: '你自己的图片' },
  open: { en: 'Open a picture…', zh: '打开图片……' },
  camera: { en: 'Camera', zh: '拍照' },
  hint: {
    en: 'or drop one on the figure, or paste it. It never leaves your machine.',
    zh: '也可以把图片拖到图上，或直接粘贴。图片不会离开你的设备。',
  },
  shoot: { en: 'Take the picture', zh: '拍摄' },
  close: { en: 'Close', zh: '关闭' },
  cancel: { en: 'Cancel', zh: '取消' },
  waiting: { en: 'Waiting for the camera …', zh: '正在等待摄像头……' },
  view: { en: 'What the camera sees', zh: '摄像头画面' },
  shot: { en: 'Camera picture', zh: '拍摄的照片' },
  pasted: { en: 'Pasted picture', zh: '粘贴的图片' },
} as const;

export const sizeText = ([width, height]: readonly [number, number]): string => `${width} × ${height}`;
