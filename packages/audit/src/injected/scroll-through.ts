// Runs in an isolated world of the page on top: what waits for a reader who goes down the page.

/** Scrolls to the end in a few steps, each long enough for a frame to be drawn, and a bit back. */
export async function scrollThrough(): Promise<void> {
  const end = Math.min(document.documentElement.scrollHeight, 50_000);
  for (const share of [0.25, 0.5, 0.75, 1, 0.8]) {
    scrollTo({ top: end * share, behavior: 'instant' });
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
}
