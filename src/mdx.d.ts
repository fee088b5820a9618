declare module '*.mdx' {
  import type { ComponentType, JSX } from 'react';
  export const title: string;
  export const lede: string;
  export default function MDXContent(props: {
    readonly components?: Readonly<Record<string, ComponentType<never> | keyof JSX.IntrinsicElements>>;
  }): JSX.Element;
}
