import { isElement, isText, type PageElement } from './tree.ts';

/** How many characters of text that is no link stand below each element. */
export type Masses = ReadonlyMap<PageElement, number>;

/** Weighs every element below `root`, and `root` itself. Outer white space weighs nothing. */
export function weigh(root: PageElement): Masses {
  const masses = new Map<PageElement, number>();
  const weighOne = (element: PageElement): number => {
    let mass = 0;
    for (const node of element.childNodes) {
      if (isText(node)) mass += node.value.trim().length;
      else if (isElement(node)) mass += weighOne(node);
    }
    masses.set(element, mass);
    return element.tagName === 'a' ? 0 : mass;
  };
  weighOne(root);
  return masses;
}
