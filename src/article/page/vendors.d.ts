/** What we use of a DOM. The packages' own types need a browser's, which would let any file here reach for `window`. */
declare module 'linkedom' {
  export interface DomNode {
    readonly childNodes: Iterable<DomNode>;
    appendChild(child: DomNode): void;
  }
  export interface DomElement extends DomNode {
    setAttribute(name: string, value: string): void;
  }
  export interface DomDocument {
    readonly body: DomElement;
    createElement(name: string): DomElement;
    createTextNode(text: string): DomNode;
  }
  export function parseHTML(html: string): { document: DomDocument };
}

declare module '@mozilla/readability' {
  import type { DomDocument, DomElement } from 'linkedom';

  export class Readability<Content> {
    constructor(
      document: DomDocument,
      options: {
        keepClasses: boolean;
        disableJSONLD: boolean;
        charThreshold: number;
        serializer: (content: DomElement) => Content;
      },
    );
    parse(): { content: Content } | null;
  }
}
