// What the theme asks for from a folder (file:) before it searches: its own index, which is empty; ours is in data/search.
var __index = { config: { lang: ["en"], separator: "[\\s]+", pipeline: [] }, docs: [] }
