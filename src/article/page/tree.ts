import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageText = DefaultTreeAdapterTypes.TextNode;
export type PageNode = DefaultTreeAdapterTypes.ChildNode;

/** Pages of newspapers have 1,000 to 10,000 elements, nested 20 to 60 deep. */
const MAX_ELEMENTS = 40_000;
const MAX_DEPTH = 400;

/** Thrown out of parse5 to end its work; never leaves this file. */
class TooComplex extends Error {}

/** parse5's own tree, built until it holds too many elements or nests too deep: its work may grow with their square. */
function cappedAdapter(): typeof defaultTreeAdapter {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new TooComplex();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      depth += 1;
      if (depth > MAX_DEPTH) throw new TooComplex();
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** The `<html>` element of a page; null where its elements are too many or nested too deep to be worked on. */
export function parseTree(html: string): PageElement | null {
  try {
    const document = parse(html, { treeAdapter: cappedAdapter() });
    return document.childNodes.find(isElement) ?? null;
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

/** The value of an attribute, or the empty string. */
export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((held) => held.name === name)?.value ?? '';
}

/** Every element below `root`, in the order of the page. */
export function elementsOf(root: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  const collect = (parent: PageElement): void => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      found.push(node);
      collect(node);
    }
  };
  collect(root);
  return found;
}

/** All text below a node, as it stands. */
export function textOf(node: PageNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

export function isText(node: PageNode): node is PageText {
  return node.nodeName === '#text';
}
