// How a CV may look. Each style has a name, the producers that can set it and
// what it does; the ones with `held` are only reported on, never tuned on.
//
// columns: single | sidebar (grid) | float | equal | labels | table | canvas
// entry:   right (date at the right edge) | inline | below | left | stacked
// head:    plain | center | band | side; spaced: letter-spaced headings

const style = (name, layout, rest) => ({ name, layout, columns: 'single', entry: 'right', head: 'plain', skills: 'commas', font: 'serif', ...rest });

export const styles = [
  style('classic', 'single', { head: 'center', upper: true }),
  style('plain', 'single', { entry: 'inline', font: 'sans', labels: true, skills: 'list' }),
  style('spaced', 'single', { spaced: true, upper: true, skills: 'bars', font: 'sans', entry: 'below' }),
  style('smallcaps', 'single', { smallcaps: true, employerFirst: true, entry: 'right' }),
  style('timeline', 'single', { columns: 'timeline', entry: 'stacked', font: 'sans', skills: 'chips', held: true }),
  style('icons', 'single', { head: 'center', icons: true, skills: 'chips', font: 'sans' }),
  style('sidebar', 'two-column', { columns: 'sidebar', side: 'left', sideFirst: true, contactInSide: true, nameInSide: true, font: 'sans', skills: 'list' }),
  style('sidebar-band', 'two-column', { columns: 'sidebar', side: 'left', sideFirst: true, contactInSide: true, head: 'band', font: 'sans', skills: 'chips', upper: true, spaced: true }),
  style('sidebar-right', 'two-column', { columns: 'sidebar', side: 'right', head: 'plain', entry: 'stacked', skills: 'list', font: 'serif', employerFirst: true }),
  style('float-right', 'two-column', { columns: 'float', side: 'right', contactInSide: true, font: 'sans', entry: 'below', held: true }),
  style('equal', 'two-column', { columns: 'equal', side: 'right', head: 'center', entry: 'stacked', skills: 'list', labels: true }),
  style('canvas', 'two-column', { columns: 'canvas', side: 'left', contactInSide: true, font: 'sans', skills: 'list', entry: 'stacked', spaced: true, upper: true }),
  style('canvas-right', 'two-column', { columns: 'canvas', side: 'right', contactInSide: true, font: 'sans', skills: 'list', entry: 'right', held: true }),
  style('labels', 'label-column', { columns: 'labels', entry: 'left', labels: true }),
  style('labels-wide', 'label-column', { columns: 'labels', entry: 'left', font: 'sans', employerFirst: true, skills: 'bars', headingLeft: true }),
  style('table', 'table-form', { columns: 'table', entry: 'left', labels: true, skills: 'table', font: 'sans' }),
  style('table-ruled', 'table-form', { columns: 'table', entry: 'left', ruled: true, employerFirst: true, held: true }),
];

export const styleOf = (name) => styles.find((style) => style.name === name);
