// A page as a flat OpenDocument text, which LibreOffice turns into PDF and
// DOCX: tab stops, tables, frames, lists, a running footer.

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const p = (name, inner) => `<text:p text:style-name="${name}">${inner}</text:p>`;
const span = (name, inner) => `<text:span text:style-name="${name}">${inner}</text:span>`;

export function office(page, style) {
  const contact = page.contact.map((item) => {
    const text = item.href ? `<text:a xlink:type="simple" xlink:href="${escape(item.href)}">${escape(item.text)}</text:a>` : escape(item.text);
    return item.label ? `${escape(item.label)} ${text}` : text;
  });
  const name = p('Name', escape(page.name)) + p('Headline', escape(page.headline));
  const heading = page.contactHeading ? p('Heading', escape(page.contactHeading)) : '';
  const main = sections(page.main, style);
  const beside = style.contactInSide ? heading + contact.map((item) => p('Body', item)).join('') : '';
  const aside = `${style.nameInSide ? name : ''}${beside}${sections(page.side, style)}`;
  const head = style.nameInSide ? '' : name + (style.contactInSide ? '' : p('Contact', contact.join(' • ')));
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
${looks(page, style)}
<office:body><office:text>${head}${body(main, aside, style)}</office:text></office:body></office:document>`;
}

function body(main, aside, style) {
  if (style.side === undefined) return main;
  if (style.columns === 'float' || style.columns === 'canvas') {
    const x = style.side === 'left' ? '0cm' : '11.6cm';
    const frame = `<draw:frame draw:style-name="Side" text:anchor-type="paragraph" svg:x="${x}" svg:y="0cm" svg:width="5.4cm"><draw:text-box fo:min-height="4cm">${aside}</draw:text-box></draw:frame>`;
    return p('Body', frame) + main;
  }
  const cells = style.side === 'left' ? [aside, main] : [main, aside];
  const columns = style.columns === 'equal' ? ['Half', 'Half'] : style.side === 'left' ? ['Narrow', 'Wide'] : ['Wide', 'Narrow'];
  return `<table:table>${columns.map((name) => `<table:table-column table:style-name="${name}"/>`).join('')}<table:table-row>${cells.map((cell) => `<table:table-cell table:style-name="Cell">${cell}</table:table-cell>`).join('')}</table:table-row></table:table>`;
}

const sections = (list, style) => list.map((section) => `<text:h text:style-name="Heading" text:outline-level="1">${escape(section.heading)}</text:h>${section.blocks.map((one) => block(one, style)).join('')}`).join('');
const items = (list) => (list.length > 0 ? `<text:list text:style-name="Dots">${list.map((item) => `<text:list-item>${p('Item', escape(item))}</text:list-item>`).join('')}</text:list>` : '');

function block(one, style) {
  if (one.type === 'text') return p('Body', escape(one.text));
  if (one.type === 'list') return items(one.items);
  if (one.type === 'chips' || one.type === 'grid') return table(one.items);
  const [a, b, when] = [span('Bold', escape(one.first)), escape(one.second), escape(one.when)];
  const list = items(one.bullets);
  switch (style.entry) {
    case 'inline':
      return p('Body', `${a}, ${b} (${when})`) + list;
    case 'below':
      return p('Body', `${a} | ${b}`) + p('Body', when) + list;
    case 'stacked':
      return p('Body', a) + p('Body', span('Slanted', b)) + p('Body', when) + list;
    case 'left':
      if (style.columns !== 'table') return p('Label', `${when}<text:tab/>${a}, ${b}`) + list;
      return `<table:table><table:table-column table:style-name="Narrow"/><table:table-column table:style-name="Wide"/><table:table-row><table:table-cell table:style-name="Cell">${p('Body', when)}</table:table-cell><table:table-cell table:style-name="Cell">${p('Body', a)}${p('Body', b)}${list}</table:table-cell></table:table-row></table:table>`;
    default:
      return p('Right', `${a}<text:tab/>${when}`) + p('Body', span('Slanted', b)) + list;
  }
}

function table(cells) {
  const rows = [];
  for (let index = 0; index < cells.length; index += 3) rows.push([...cells.slice(index, index + 3), '', ''].slice(0, 3));
  return `<table:table><table:table-column table:number-columns-repeated="3"/>${rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell table:style-name="Cell">${p('Body', escape(cell))}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`;
}

function looks(page, style) {
  const font = style.font === 'sans' ? 'Liberation Sans' : 'Liberation Serif';
  const east = page.east ? ' style:font-name-asian="Noto Sans CJK SC"' : '';
  const rtl = page.rtl ? ' style:writing-mode="rl-tb" fo:text-align="end"' : '';
  const caps = style.smallcaps ? ' fo:font-variant="small-caps"' : '';
  const spaced = style.spaced ? ' fo:letter-spacing="0.09cm"' : '';
  const paragraph = (name, text, looks = '', inner = '') => `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.06cm"${rtl} ${looks}>${inner}</style:paragraph-properties><style:text-properties style:font-name="${font}" fo:font-family="${font}"${east} ${text}/></style:style>`;
  const stop = (position, type) => `<style:tab-stops><style:tab-stop style:position="${position}" style:type="${type}"/></style:tab-stops>`;
  const edge = style.side ? '10.6cm' : '17cm';
  const centre = style.head === 'center' ? 'fo:text-align="center"' : '';
  const border = style.ruled ? '0.5pt solid #888888' : 'none';
  const column = (name, width) => `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`;
  return `<office:font-face-decls><style:font-face style:name="${font}" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>${paragraph('Name', `fo:font-size="22pt" fo:font-weight="bold"${caps}${spaced}`, centre)}${paragraph('Headline', 'fo:font-size="12pt" fo:color="#446688"', centre)}${paragraph('Contact', 'fo:font-size="10pt"', centre)}
${paragraph('Heading', `fo:font-size="13pt" fo:font-weight="bold" fo:color="#113366"${caps}${spaced}`, 'fo:margin-top="0.35cm" fo:keep-with-next="always"')}${paragraph('Body', 'fo:font-size="10pt"')}${paragraph('Item', 'fo:font-size="10pt"')}
${paragraph('Right', 'fo:font-size="10pt"', 'fo:keep-with-next="always"', stop(edge, 'right'))}${paragraph('Label', 'fo:font-size="10pt"', 'fo:margin-left="4.2cm" fo:text-indent="-4.2cm"', stop('4.2cm', 'left'))}
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Slanted" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.6cm" fo:text-indent="-0.4cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>
<office:automatic-styles>${column('Narrow', '5.4cm')}${column('Wide', '11.6cm')}${column('Half', '8.5cm')}<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="${border}"/></style:style>
<style:style style:name="Side" style:family="graphic"><style:graphic-properties style:wrap="dynamic" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" style:vertical-pos="from-top" style:vertical-rel="paragraph" fo:padding="0.1cm" fo:border="none" fo:margin-left="0.3cm" fo:margin-right="0.3cm"/></style:style>
<style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"/></office:master-styles>`;
}
