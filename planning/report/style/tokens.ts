/**
 * The design tokens. Text on `--paper` and `--raised` has a contrast of at least 4.5:1, lines and symbols of at least 3:1, in
 * light and dark (tested). Hues tell vehicles apart and always come with a number and a dash.
 */
export const TOKENS = `
:root {
  color-scheme: light dark;
  --paper: #fcfcf9; --raised: #f3f5ee; --ink: #1a241e; --muted: #536058; --hairline: #d8ddd3; --edge: #7f8a82;
  --joint: #1b6b45; --joint-ink: #155638; --joint-wash: #e3efe5; --alone: #e4e6df; --alone-edge: #6e7870;
  --warn-wash: #fdf3d8; --warn-edge: #a87400; --warn-ink: #563c00; --focus: #0b57d0;
  --land: #e9efe2; --land-other: #f4f5f0; --border: #93a394; --border-other: #cdd4ca; --symbol-ink: #ffffff; --facility: #2c3830; --shade: #1a241e26;
  --hue-0: #0b6e4f; --hue-1: #b3471d; --hue-2: #2b5fb0; --hue-3: #8a2f7a;
  --hue-4: #7a5c00; --hue-5: #00707d; --hue-6: #a8274a; --hue-7: #4f4f4f;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Liberation Serif", Georgia, serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "Liberation Mono", monospace;
  --text-small: 0.875rem; --text: 1.0625rem; --text-lead: clamp(1.0625rem, 1rem + 0.35vw, 1.25rem);
  --head-3: 1.25rem; --head-2: clamp(1.5rem, 1.2rem + 1.2vw, 2rem); --head-1: clamp(1.9rem, 1.2rem + 3vw, 3.25rem);
  --figure: clamp(1.75rem, 1.2rem + 2vw, 2.5rem);
  --space-1: 0.25rem; --space-2: 0.5rem; --space-3: 0.75rem; --space-4: 1rem; --space-5: 1.5rem; --space-6: 2.5rem; --space-7: 4.5rem;
  --radius: 0.375rem; --measure: 42rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #121714; --raised: #1b221e; --ink: #e9eeea; --muted: #a9b5ad; --hairline: #343e37; --edge: #7d8a82;
    --joint: #63bd8c; --joint-ink: #84d3a6; --joint-wash: #1b3326; --alone: #2b332e; --alone-edge: #929d96;
    --warn-wash: #33290f; --warn-edge: #d3a03a; --warn-ink: #f4dca0; --focus: #8ab4f8;
    --land: #25302a; --land-other: #181e1a; --border: #6d7d72; --border-other: #333d36; --symbol-ink: #101511; --facility: #dfe7e1; --shade: #00000080;
    --hue-0: #6fd0a4; --hue-1: #ff9a6b; --hue-2: #8fb7ff; --hue-3: #e29ad6;
    --hue-4: #e0c25a; --hue-5: #63cfdc; --hue-6: #ff8fa8; --hue-7: #c9cfca;
  }
}
/* What has no colour of its own is white on paper, also where the screen is dark. */
@media print { :root { color-scheme: light; } }
.hue-0 { --hue: var(--hue-0); } .hue-1 { --hue: var(--hue-1); } .hue-2 { --hue: var(--hue-2); } .hue-3 { --hue: var(--hue-3); }
.hue-4 { --hue: var(--hue-4); } .hue-5 { --hue: var(--hue-5); } .hue-6 { --hue: var(--hue-6); } .hue-7 { --hue: var(--hue-7); }
`;
