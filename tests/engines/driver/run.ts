import type { Driver } from './driver.ts';

/** Runs a function in the page. It travels as text, so it may use nothing from around it; what goes in and out is JSON. */
export const inPage = <Args extends unknown[], Result>(
  driver: Driver,
  call: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> => driver.call(String(call), args) as Promise<Result>;

/** The same with the first element of a selector; throws where there is none. */
export const inElement = <Args extends unknown[], Result>(
  driver: Driver,
  selector: string,
  call: (element: Element, ...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> =>
  driver.call(
    `(selector, ...args) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error('there is no ' + selector);
      return (${call})(element, ...args);
    }`,
    [selector, ...args],
  ) as Promise<Result>;
