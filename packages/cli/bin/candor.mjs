#!/usr/bin/env node
console.error('candor: not wired yet');
process.exit(2);
