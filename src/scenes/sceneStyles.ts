// Scenes are pre-rendered, so their styles belong to the page and not to the code that comes later.
import.meta.glob('./*/scene.css', { eager: true });
