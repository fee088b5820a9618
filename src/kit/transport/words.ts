export const WORDS = {
  group: { en: 'Playback', zh: '播放控制' },
  start: { en: 'Reset', zh: '重置' },
  back: { en: 'Step back', zh: '后退一步' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  step: { en: 'Step forward', zh: '前进一步' },
} as const;

export const SPEED_WORDS = {
  speed: { en: 'Speed', zh: '速度' },
  perSecond: { en: (speed: number) => `${speed}/s`, zh: (speed: number) => `每秒 ${speed} 步` },
} as const;
