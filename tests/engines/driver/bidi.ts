/** A wire to a browser that speaks WebDriver BiDi. */
export interface Wire {
  /** Sends a command and gives its result; throws what the browser refuses. */
  send<Result>(method: string, params: object): Promise<Result>;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Connects with Node's own WebSocket (Node 20 hands it out with `--experimental-websocket`). */
export async function connect(url: string): Promise<Wire> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no connection to ${url}`));
  });
  const waiting = new Map<number, Waiting>();
  let sent = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data));
    const who = waiting.get(id);
    waiting.delete(id);
    if (error) who?.reject(new Error(`${error}: ${message}`));
    else who?.resolve(result as never);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
  };
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++sent, { resolve, reject });
        socket.send(JSON.stringify({ id: sent, method, params }));
      }),
    close: () => socket.close(),
  };
}
