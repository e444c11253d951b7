// The second part of the page's script: what nothing waits for.
export {};
