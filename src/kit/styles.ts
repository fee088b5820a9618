// Figures are pre-rendered, so the styles of their parts belong to the page and not to the code that comes later.
import.meta.glob('./*/*.css', { eager: true });
