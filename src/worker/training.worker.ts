import type { Command, Reply } from './protocol.ts';
import { createService } from './service.ts';

/* The worker itself: all that it does is in the service. */

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Command>) => void;
  postMessage(reply: Reply): void;
};
const obey = createService((reply) => scope.postMessage(reply));
scope.onmessage = ({ data }) => obey(data);
