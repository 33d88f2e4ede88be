// A page as HTML, for Chromium's print and for WeasyPrint.

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const FONTS = {
  serif: '"DejaVu Serif", "Noto Serif", "Noto Serif Hebrew", "Noto Naskh Arabic", "Noto Serif CJK SC", serif',
  sans: '"Noto Sans", "DejaVu Sans", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif',
};

/** `icons` is the address of an icon font, for the styles that have icons. */
export function html(page, style, icons) {
  const parts = {
    head: header(page, style),
    contact: contact(page, style),
    main: sections(page.main, style),
    side: sections(page.side, style),
  };
  return `<!doctype html><html lang="${page.language}" dir="${page.rtl ? 'rtl' : 'ltr'}"><meta charset="utf-8"><title>${escape(page.name)}</title>
<style>${css(style, icons)}</style><body class="${style.columns} ${style.head}">${frame(parts, style)}</body></html>`;
}

function frame({ head, contact, main, side }, style) {
  if (style.side === undefined) return `<header>${head}${contact}</header><main>${main}</main>`;
  const first = style.nameInSide ? '' : `<header>${head}${style.contactInSide ? '' : contact}</header>`;
  const aside = `<aside>${style.nameInSide ? head : ''}${style.contactInSide ? contact : ''}${side}</aside>`;
  const main_ = `<main>${main}</main>`;
  const pair = style.side === 'left' || style.columns === 'float' ? aside + main_ : main_ + aside;
  return `${first}<div class="columns ${style.side}">${pair}</div>`;
}

function header(page, style) {
  return `<h1>${escape(page.name)}</h1><p class="headline">${escape(page.headline)}</p>`;
}

const ICONS = { phone: '\uf095', email: '\uf0e0', address: '\uf3c5', link: '\uf0c1' };

function contact(page, style) {
  const one = (item) => {
    const text = item.href ? `<a href="${escape(item.href)}">${escape(item.text)}</a>` : escape(item.text);
    const label = item.label ? `${escape(item.label)} ` : style.icons ? `<i class="icon">${ICONS[item.kind]}</i> ` : '';
    return `<span class="item">${label}${text}</span>`;
  };
  const heading = page.contactHeading ? `<h2>${escape(page.contactHeading)}</h2>` : '';
  const stacked = style.contactInSide || style.columns === 'canvas';
  const items = page.contact.map(one);
  return `${heading}<div class="contact">${stacked ? items.map((item) => `<div>${item}</div>`).join('') : items.join('<span class="dot"> · </span>')}</div>`;
}

function sections(list, style) {
  if (style.columns === 'labels' && style.headingLeft) {
    return list.map((section) => `<section class="pair"><h2>${escape(section.heading)}</h2><div>${section.blocks.map((one) => block(one, style)).join('')}</div></section>`).join('');
  }
  return list.map((section) => `<section><h2>${escape(section.heading)}</h2>${body(section, style)}</section>`).join('');
}

function body(section, style) {
  const inner = section.blocks.map((one) => block(one, style)).join('');
  return style.columns === 'table' && section.blocks[0].type === 'entry' ? `<table>${inner}</table>` : inner;
}

function block(one, style) {
  switch (one.type) {
    case 'text':
      return `<p>${escape(one.text)}</p>`;
    case 'list':
      return `<ul>${one.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'chips':
      return `<div class="chips">${one.items.map((item) => `<span class="chip">${escape(item)}</span>`).join(' ')}</div>`;
    case 'grid': {
      const rows = [];
      for (let index = 0; index < one.items.length; index += 3) rows.push(one.items.slice(index, index + 3));
      return `<table class="grid">${rows.map((row) => `<tr>${row.map((item) => `<td>${escape(item)}</td>`).join('')}</tr>`).join('')}</table>`;
    }
    default:
      return entry(one, style);
  }
}

function entry({ first, second, when, bullets }, style) {
  const list = bullets.length > 0 ? `<ul>${bullets.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>` : '';
  const [a, b, date] = [`<b>${escape(first)}</b>`, escape(second), escape(when)];
  switch (style.entry) {
    case 'inline':
      return `<div class="entry"><p>${a}, ${b} (${date})</p>${list}</div>`;
    case 'below':
      return `<div class="entry"><p>${a} | ${b}</p><p class="when">${date}</p>${list}</div>`;
    case 'stacked':
      return `<div class="entry"><p>${a}</p><p><em>${b}</em></p><p class="when">${date}</p>${list}</div>`;
    case 'left':
      if (style.columns === 'table') return `<tr><td class="when">${date}</td><td>${a}<br>${b}${list}</td></tr>`;
      return `<div class="pair entry"><div class="when">${date}</div><div>${a}<br><em>${b}</em>${list}</div></div>`;
    default:
      return `<div class="entry"><p class="row"><span>${a}</span><span class="when">${date}</span></p><p><em>${b}</em></p>${list}</div>`;
  }
}

function css(style, icons) {
  const spaced = style.spaced ? 'letter-spacing: .18em;' : '';
  const caps = style.smallcaps ? 'font-variant: small-caps;' : '';
  return `
@page { size: A4; margin: ${style.columns === 'sidebar' || style.columns === 'canvas' ? '0' : '16mm 18mm'}; }
${style.icons ? `@font-face { font-family: Icons; font-weight: 900; src: url("${icons}"); } .icon { font: 900 1em Icons; }` : ''}
* { box-sizing: border-box; } body { margin: 0; font: 9.6pt/1.36 ${FONTS[style.font]}; color: #222; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0; ${spaced}${caps} } .headline { font-size: 12pt; color: #456; margin: 2pt 0 4pt; }
h2 { font-size: 12pt; margin: 11pt 0 4pt; color: #136; ${spaced}${caps} ${style.side ? '' : 'border-bottom: .6pt solid #9ab;'} }
p { margin: 0 0 2pt; } ul { margin: 2pt 0 5pt; padding-inline-start: 14pt; } li { margin: 0 0 1pt; } .entry { margin-bottom: 5pt; break-inside: avoid; }
a { color: inherit; text-decoration: none; } .row { display: flex; justify-content: space-between; } .when { color: #555; white-space: nowrap; }
body.center header { text-align: center; } header { margin-bottom: 4pt; }
.chips { display: flex; flex-wrap: wrap; gap: 4pt; } .chip { background: #dde6ee; border-radius: 3pt; padding: 1pt 5pt; }
.sidebar .columns, .canvas .columns { display: grid; grid-template-columns: 64mm 1fr; } .sidebar .columns.right, .canvas .columns.right { grid-template-columns: 1fr 62mm; }
.sidebar aside, .canvas aside, .sidebar main, .canvas main { padding: 10mm 8mm; } .sidebar aside { background: ${style.head === 'band' ? '#234' : '#eef2f5'}; ${style.head === 'band' ? 'color: #fff;' : ''} min-height: ${style.nameInSide ? '296mm' : '230mm'}; }
${style.head === 'band' ? '.band aside h2 { color: #fff; } .band header { background: #135; color: #fff; } .band header .headline { color: #cde; }' : ''}
.sidebar header, .canvas header { padding: 10mm 8mm 4mm; margin: 0; }
.equal .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm; }
.float aside { float: right; width: 55mm; margin-inline-start: 8mm; padding-inline-start: 5mm; border-inline-start: .6pt solid #9ab; } .float main { overflow: hidden; }
.labels .pair { display: grid; grid-template-columns: 34mm 1fr; gap: 5mm; } .labels .pair .when { text-align: end; white-space: normal; } .labels .pair > h2 { margin-top: 0; } .labels section.pair { margin-top: 8pt; } .labels section.pair .pair { grid-template-columns: 30mm 1fr; }
.timeline .entry { border-inline-start: 1.4pt solid #49c; padding-inline-start: 9pt; margin-inline-start: 4pt; position: relative; } .timeline .entry::before { content: ""; position: absolute; inset-inline-start: -4pt; top: 3pt; width: 6.5pt; height: 6.5pt; border-radius: 50%; background: #49c; }
table { border-collapse: collapse; width: 100%; } td { vertical-align: top; padding: 2pt 5pt 2pt 0; ${style.ruled ? 'border: .5pt solid #889; padding: 3pt 5pt;' : ''} } td.when { width: 36mm; }`;
}

/**
 * Run inside the browser: fixes every piece of text where it stands and
 * shuffles the pieces, as the files of drawing programs are.
 */
export function scatter(seed) {
  const pieces = [...document.querySelectorAll('h1, .headline, h2, .contact > div, main p, aside p, li')];
  const placed = pieces.map((piece) => {
    const box = piece.getBoundingClientRect();
    const style = getComputedStyle(piece);
    const copy = document.createElement('div');
    copy.innerHTML = (piece.tagName === 'LI' ? '• ' : '') + piece.innerHTML;
    const shift = piece.tagName === 'LI' ? 11 : 0;
    Object.assign(copy.style, { position: 'absolute', left: `${box.left - shift}px`, top: `${box.top}px`, width: `${box.width + shift + 1}px`, font: style.font, letterSpacing: style.letterSpacing, color: style.color, textTransform: style.textTransform, ...(shift ? { paddingLeft: '11px', textIndent: '-11px' } : {}) });
    if (piece.querySelector('.row') || piece.className === 'row') Object.assign(copy.style, { display: 'flex', justifyContent: 'space-between' });
    return copy;
  });
  let state = seed;
  for (let index = placed.length - 1; index > 0; index -= 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (index + 1);
    [placed[index], placed[other]] = [placed[other], placed[index]];
  }
  const height = document.documentElement.scrollHeight;
  document.body.replaceChildren(...placed);
  document.body.style.height = `${height}px`;
}
