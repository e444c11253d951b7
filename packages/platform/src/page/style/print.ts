// On paper: no navigation, no buttons, black on white, every address spelled out where it leads away.

/** Print. */
export const print: string = `
@layer print {
  @media print {
    :root { --paper: #fff; --raised: #fff; --sunk: #fff; --ink: #000; --soft: #333; --line: #999; --edge: #333; --accent: #000; color-scheme: light; }
    body { display: block; font-size: 10.5pt; }
    .skip, .masthead nav, .switch, form, .actions { display: none; }
    .masthead, .imprint { border-color: #000; }
    .sheet { padding-block: 1rem; }
    h1, h2, h3, thead { break-after: avoid; }
    tr, .finding, .panel, .note, .verdict { break-inside: avoid; }
    .panel { border-color: #999; }
    main a[href^="http"]::after { content: " <" attr(href) ">"; font-size: 0.85em; overflow-wrap: anywhere; }
  }
}
`;
