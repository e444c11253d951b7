// The site's picture, drawn: a lighthouse over a calm sea.

/** As SVG. */
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 480" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#20425c"/><stop offset=".62" stop-color="#e39f74"/><stop offset=".63" stop-color="#f3c595"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7f8f92"/><stop offset="1" stop-color="#1d3c4c"/></linearGradient></defs>
<rect width="1200" height="480" fill="url(#sky)"/><circle cx="820" cy="285" r="46" fill="#ffe9c4"/>
<path d="M392 132 1200 40v150L392 150z" fill="#fff3d6" opacity=".28"/>
<rect y="300" width="1200" height="180" fill="url(#sea)"/>
<path d="M770 312h100M740 336h150M790 362h70M720 392h120" stroke="#ffe0b0" stroke-width="5" stroke-linecap="round" opacity=".7"/>
<path d="M0 330c90-52 190-40 270-22 70 16 150 6 250 44 60 22 40 60-20 66-150 16-330 6-500 12z" fill="#142833"/>
<path d="m350 320 14-164h52l14 164z" fill="#f4ece0"/><path d="m356 250 4-46h60l4 46zM346 320l3-34h82l3 34z" fill="#b5423b"/>
<rect x="352" y="144" width="76" height="12" rx="3" fill="#142833"/><rect x="368" y="112" width="44" height="32" fill="#ffefc2"/><path d="M360 112h60l-30-26z" fill="#b5423b"/>
<path d="M560 120q12-10 24 0 12-10 24 0M640 92q9-8 18 0 9-8 18 0" fill="none" stroke="#142833" stroke-width="4" stroke-linecap="round"/>
</svg>
`;
