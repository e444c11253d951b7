// Runs in the page before anything else: notes when the question can be answered, what moved, and how long a click's task takes.
// One function, called with { accept, banner }.
({ accept, banner }) => {
  if (window !== window.top) return;
  const now = performance.now.bind(performance);
  const style = getComputedStyle;
  const frame = requestAnimationFrame.bind(window);
  const debug = console.debug.bind(console);
  const state = { usable: 0, shift: 0, moved: [], largest: null, task: 0, sameTask: false, clicked: 0 };
  Object.defineProperty(window, 'benchProbe', { value: state });

  const findAccept = () =>
    [...document.querySelectorAll(accept.selector)].find((found) => accept.text === undefined || found.textContent.includes(accept.text));

  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = element; at !== null; at = at.parentElement) opacity *= Number(style(at).opacity);
    return opacity;
  };

  const isUsable = () => {
    const button = findAccept();
    if (button === undefined) return false;
    const { x, y, width, height } = button.getBoundingClientRect();
    const hit = width > 0 ? document.elementFromPoint(x + width / 2, y + height / 2) : null;
    return hit !== null && button.contains(hit) && opacityOf(button) > 0.9;
  };

  const look = () => {
    if (!isUsable()) return frame(look);
    state.usable = now();
    return debug('bench: usable');
  };
  frame(look);

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      state.shift += entry.value;
      for (const { node } of entry.sources)
        state.moved.push(node === null ? '?' : (node.id && `#${node.id}`) || node.nodeName.toLowerCase());
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    const element = list.getEntries().at(-1)?.element ?? null;
    if (element !== null) state.largest = { tag: element.tagName, inBanner: banner !== null && element.closest(banner) !== null };
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  // Posted when the click begins, so it is answered in the first task after the click's own.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    state.task = now() - state.clicked;
    state.sameTask = window.benchInline !== undefined;
  };
  window.addEventListener(
    'click',
    () => {
      if (state.clicked > 0) return;
      state.clicked = now();
      channel.port2.postMessage(null);
    },
    { capture: true },
  );
};
