// A page as Typst markup.

const escape = (text) => text.replace(/[\\#$*_`<>@~=\-+/[\]"']/g, (sign) => `\\${sign}`);

export function typst(page, style) {
  const side = style.side !== undefined;
  const margin = side ? '(x: 14mm, y: 14mm)' : '(x: 20mm, y: 17mm)';
  const fonts = style.font === 'sans' ? '"Noto Sans", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans CJK SC"' : '"Noto Serif", "DejaVu Serif", "Noto Serif Hebrew", "Noto Naskh Arabic", "Noto Serif CJK SC"';
  const spaced = style.spaced ? 'tracking: 2.2pt, ' : '';
  const caps = style.smallcaps ? '#show heading: smallcaps\n' : '';
  const center = style.head === 'center' ? '#align(center)' : '#block';
  const head = `${center}[#text(${spaced}size: 21pt, weight: "bold")[${escape(page.name)}] \\ #text(size: 12pt)[${escape(page.headline)}]`;
  const contact = page.contact.map((item) => {
    const text = item.href ? `#link("${item.href}")[${escape(item.text)}]` : escape(item.text);
    return item.label ? `${escape(item.label)} ${text}` : text;
  });
  const heading = page.contactHeading ? `= ${escape(page.contactHeading)}\n` : '';
  const intro = `#set page(paper: "a4", margin: ${margin})
#set text(font: (${fonts}), size: 10pt, lang: "${page.language}"${page.rtl ? ', dir: rtl' : ''})
#set par(justify: ${style.font === 'serif'}, leading: .62em)
#show heading.where(level: 1): it => block(above: 1.2em, below: .7em)[#text(${spaced}size: 12pt, fill: rgb("#124"))[#it.body]${side ? '' : ' #v(-.7em) #line(length: 100%, stroke: .5pt)'}]
${caps}`;
  const main = sections(page.main, style);
  if (!side) return `${intro}${head} \\ ${contact.join('#h(.6em)|#h(.6em)')}]\n${main}`;
  const aside = `${style.nameInSide ? `${head}]\n` : ''}${style.contactInSide ? `${heading}${contact.join(' \\\n')}\n` : ''}${sections(page.side, style)}`;
  const top = style.nameInSide ? '' : `${head}${style.contactInSide ? '' : ` \\ ${contact.join(' | ')}`}]\n`;
  const cells = style.side === 'left' ? [aside, main] : [main, aside];
  const widths = style.columns === 'equal' ? '1fr, 1fr' : style.side === 'left' ? '55mm, 1fr' : '1fr, 55mm';
  return `${intro}${top}#grid(columns: (${widths}), gutter: 8mm, [\n${cells[0]}\n], [\n${cells[1]}\n])`;
}

const sections = (list, style) => list.map((section) => `= ${escape(section.heading)}\n${section.blocks.map((one) => block(one, style)).join('\n')}`).join('\n\n');

const items = (list) => list.map((item) => `- ${escape(item)}`).join('\n');

function block(one, style) {
  if (one.type === 'text') return escape(one.text);
  if (one.type === 'grid') return `#table(columns: (1fr, 1fr, 1fr), stroke: none, ${one.items.map((item) => `[${escape(item)}]`).join(', ')})`;
  if (one.type === 'chips') return one.items.map((item) => `#box(fill: luma(225), inset: 3pt, radius: 2pt)[${escape(item)}]`).join(' ');
  if (one.type === 'list') return items(one.items);
  const [a, b, when] = [`*${escape(one.first)}*`, escape(one.second), escape(one.when)];
  const list = items(one.bullets);
  switch (style.entry) {
    case 'inline':
      return `${a}, ${b} (${when})\n${list}\n`;
    case 'below':
      return `${a} | ${b} \\\n#text(fill: luma(90))[${when}]\n${list}\n`;
    case 'stacked':
      return `${a} \\\n_${b}_ \\\n${when}\n${list}\n`;
    case 'left': {
      const stroke = style.ruled ? '.5pt' : 'none';
      return `#table(columns: (34mm, 1fr), stroke: ${stroke}, [${when}], [${a} \\\n${b}\n${list}\n])`;
    }
    default:
      return `${a} #h(1fr) ${when} \\\n_${b}_\n${list}\n`;
  }
}
