// Runs in an isolated world of a page: resolves once the page's own waiting tasks have had their turn.

/** Whether the document is complete, asked behind whatever was waiting when this was called. */
export function takeTurn(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => setTimeout(() => resolve(document.readyState === 'complete'), 0), 0);
  });
}
