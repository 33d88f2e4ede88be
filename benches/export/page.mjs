// What runs in the page: each maker takes fonts once and blocks every time, and
// gives the bytes of a file. All are set alike: A4, the same margins, sizes,
// fonts and leading; page numbers are left out.

import React from 'react';
import { Document, Font, Page, Text, View, pdf } from '@react-pdf/renderer';
import { jsPDF } from 'jspdf';
import PDFDocument from 'pdfkit';
// react-pdf 4.9 opens its own pdfkit with Helvetica, which that no longer brings along.
import { registerStdFonts } from './node_modules/@react-pdf/renderer/node_modules/pdfkit/js/pdfkit.browser.mjs';
import Helvetica from './node_modules/@react-pdf/renderer/node_modules/pdfkit/js/standard-fonts/Helvetica.mjs';
import pdfMake from 'pdfmake/build/pdfmake.js';

const STYLES = {
  name: { size: 27, leading: 31, font: 'bold', before: 0 },
  heading: { size: 13, leading: 16, font: 'bold', before: 16 },
  entry: { size: 10.8, leading: 14.4, font: 'bold', before: 8 },
  paragraph: { size: 10.5, leading: 14.4, font: 'regular', before: 1.5 },
  item: { size: 10.5, leading: 14.4, font: 'regular', before: 1.8 },
};
const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

export const makers = {
  jspdf(fonts) {
    return (blocks) => {
      const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
      for (const face of ['regular', 'bold']) {
        doc.addFileToVFS(`${face}.ttf`, fonts[face]);
        doc.addFont(`${face}.ttf`, 'Sans', face === 'bold' ? 'bold' : 'normal');
      }
      let y = MARGIN;
      for (const { style, text, label } of blocks) {
        const { size, leading, font, before } = STYLES[style];
        const indent = style === 'item' ? 13 : 0;
        doc.setFont('Sans', font === 'bold' ? 'bold' : 'normal').setFontSize(size);
        y += before;
        const lines = doc.splitTextToSize((label ?? '') + text, WIDTH - indent);
        lines.forEach((line, at) => {
          if (y + leading > 841.89 - MARGIN) { doc.addPage(); y = MARGIN; }
          if (at === 0 && style === 'item') doc.text('•', MARGIN + 2, y + size);
          doc.text(line, MARGIN + indent, y + size);
          y += leading;
        });
      }
      return new Uint8Array(doc.output('arraybuffer'));
    };
  },

  pdfkit(fonts) {
    const regular = bytesOf(fonts.regular).buffer;
    const bold = bytesOf(fonts.bold).buffer;
    return (blocks) =>
      new Promise((resolve, reject) => {
        const doc = new PDFDocument({ size: 'A4', margin: MARGIN, font: regular });
        const chunks = [];
        doc.on('data', (chunk) => chunks.push(chunk));
        doc.on('error', reject);
        doc.on('end', async () => resolve(new Uint8Array(await new Blob(chunks).arrayBuffer())));
        doc.registerFont('regular', regular);
        doc.registerFont('bold', bold);
        for (const { style, text, label } of blocks) {
          const { size, leading, font, before } = STYLES[style];
          doc.y += before;
          doc.font(font).fontSize(size);
          const lineGap = leading - doc.currentLineHeight(true);
          if (style === 'item') {
            doc.text('• ', MARGIN + 2, doc.y, { lineGap, lineBreak: false, continued: false });
            doc.moveUp(0);
            doc.text(text, MARGIN + 13, doc.y, { width: WIDTH - 13, lineGap });
            doc.x = MARGIN;
          } else if (label) {
            doc.font('bold').text(label, MARGIN, doc.y, { width: WIDTH, lineGap, continued: true }).font('regular').text(text);
          } else {
            doc.text(text, MARGIN, doc.y, { width: WIDTH, lineGap });
          }
        }
        doc.end();
      });
  },

  pdfmake(fonts) {
    pdfMake.addVirtualFileSystem?.({ 'regular.ttf': fonts.regular, 'bold.ttf': fonts.bold });
    pdfMake.addFonts?.({ Sans: { normal: 'regular.ttf', bold: 'bold.ttf', italics: 'regular.ttf', bolditalics: 'bold.ttf' } });
    return async (blocks) => {
      const content = blocks.map(({ style, text, label }) => {
        const { size, leading, font, before } = STYLES[style];
        const look = { fontSize: size, bold: font === 'bold', lineHeight: leading / (size * 1.257), margin: [0, before, 0, 0] };
        if (style === 'item') return { ul: [{ text, ...look }] };
        return { text: label ? [{ text: label, bold: true }, text] : text, ...look };
      });
      const made = pdfMake.createPdf({ pageSize: 'A4', pageMargins: MARGIN, defaultStyle: { font: 'Sans' }, content });
      const bytes = await made.getBuffer();
      return new Uint8Array(bytes);
    };
  },

  'react-pdf'(fonts) {
    const src = (face) => `data:font/ttf;base64,${fonts[face]}`;
    registerStdFonts(Helvetica);
    Font.register({ family: 'Sans', fonts: [{ src: src('regular') }, { src: src('bold'), fontWeight: 700 }] });
    Font.registerHyphenationCallback((word) => [word]);
    const h = React.createElement;
    return async (blocks) => {
      const children = blocks.map(({ style, text, label }, key) => {
        const { size, leading, font, before } = STYLES[style];
        const look = { fontSize: size, lineHeight: leading / size, marginTop: before, fontWeight: font === 'bold' ? 700 : 400 };
        if (style === 'item') {
          return h(View, { key, style: { flexDirection: 'row', marginTop: before } }, [
            h(Text, { key: 'a', style: { ...look, marginTop: 0, width: 13 } }, '•'),
            h(Text, { key: 'b', style: { ...look, marginTop: 0, flex: 1 } }, text),
          ]);
        }
        return h(Text, { key, style: look }, label ? [h(Text, { key: 'l', style: { fontWeight: 700 } }, label), text] : text);
      });
      const page = h(Page, { size: 'A4', style: { padding: MARGIN, fontFamily: 'Sans' } }, children);
      const blob = await pdf(h(Document, null, page)).toBlob();
      return new Uint8Array(await blob.arrayBuffer());
    };
  },
};

/** Runs something until an engine has compiled it as well as it can. */
globalThis.warmUp = async (run, { runs, ms }) => {
  const begun = performance.now();
  for (let i = 0; i < runs || performance.now() - begun < ms; i++) {
    await run();
    // Code that was compiled in the background is taken up between tasks.
    await new Promise((done) => setTimeout(done));
  }
};

/** Runs one maker: unmeasured until it is warm, `times` measured. */
globalThis.measure = async (make, warm, times) => {
  globalThis.gc?.();
  const begun = performance.now();
  let bytes = await make();
  const first = performance.now() - begun;
  await warmUp(make, warm);
  globalThis.gc?.();
  const before = performance.memory.usedJSHeapSize;
  const ms = [];
  let peak = 0;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    bytes = await make();
    ms.push(performance.now() - started);
    // What one run leaves to be collected; collected before the next.
    peak = Math.max(peak, performance.memory.usedJSHeapSize - before);
    globalThis.gc?.();
  }
  ms.sort((a, b) => a - b);
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return { ms: ms[ms.length >> 1], best: ms[0], first, bytes: bytes.length, memory: peak, base64: btoa(text) };
};
globalThis.makers = makers;
