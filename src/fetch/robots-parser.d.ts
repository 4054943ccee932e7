/** The package's own types take its one function for a default export, which it is not where Node loads it. */
declare module 'robots-parser' {
  interface Robots {
    isAllowed(url: string, robot?: string): boolean | undefined;
  }
  function robotsParser(url: string, text: string): Robots;
  export = robotsParser;
}
