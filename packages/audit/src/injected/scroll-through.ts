// Runs in an isolated world of the page on top: what waits for a reader who goes down the page.

/** Scrolls to the end in a few steps, each long enough for a frame to be drawn, and a bit back; not where there is nothing to scroll. */
export async function scrollThrough(): Promise<void> {
  const end = Math.min(document.documentElement.scrollHeight, 50_000);
  if (end <= innerHeight) return;
  for (const share of [0.3, 0.7, 1, 0.8]) {
    scrollTo({ top: end * share, behavior: 'instant' });
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
