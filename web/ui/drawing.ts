// SPDX-License-Identifier: AGPL-3.0-or-later
// Renders a figure (SVG or HTML) as one standalone SVG with its finding and source.

const svgSpace = 'http://www.w3.org/2000/svg';
const copied = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'text-anchor',
  'dominant-baseline',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
];

type Attributes = Record<string, string | number>;

const element = (name: string, attributes: Attributes, text?: string): SVGElement => {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

const isClear = (colour: string) => colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour);

function boxes(box: Element, style: CSSStyleDeclaration, at: DOMRect, origin: DOMRect): SVGElement[] {
  const [x, y, width, height] = [at.x - origin.x, at.y - origin.y, at.width, at.height];
  const drawn: SVGElement[] = [];
  const round = style.borderTopLeftRadius.endsWith('%') ? width / 2 : Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (!isClear(style.backgroundColor))
    drawn.push(element('rect', { x, y, width, height, rx: round, fill: style.backgroundColor }));
  const sides = {
    Top: [x, y, x + width, y],
    Bottom: [x, y + height, x + width, y + height],
    Left: [x, y, x, y + height],
    Right: [x + width, y, x + width, y + height],
  };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(sides) as [
    keyof typeof sides,
    [number, number, number, number],
  ][]) {
    const thick = Number.parseFloat(style[`border${side}Width`]);
    if (!thick || style[`border${side}Style`] === 'none' || round) continue;
    drawn.push(element('line', { x1, y1, x2, y2, stroke: style[`border${side}Color`], 'stroke-width': thick }));
  }
  if (round && Number.parseFloat(style.borderTopWidth) && box.childElementCount === 0)
    drawn.push(
      element('rect', {
        x,
        y,
        width,
        height,
        rx: round,
        fill: 'none',
        stroke: style.borderTopColor,
        'stroke-width': style.borderTopWidth,
      }),
    );
  return drawn;
}

/** Splits a text node into the lines in which the browser laid it out. */
function lines(node: Text, style: CSSStyleDeclaration, origin: DOMRect): SVGElement[] {
  const range = document.createRange();
  const found: { top: number; left: number; bottom: number; text: string }[] = [];
  for (const word of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const at = range.getBoundingClientRect();
    if (!at.width) continue;
    const last = found.at(-1);
    if (last && Math.abs(last.top - at.top) < 3) last.text += word[0];
    else found.push({ top: at.top, left: at.left, bottom: at.bottom, text: word[0] });
  }
  const size = Number.parseFloat(style.fontSize);
  return found.map(({ top, left, bottom, text }) =>
    element(
      'text',
      {
        x: left - origin.x,
        y: (top + bottom) / 2 - origin.y + size * 0.35,
        fill: style.color,
        'font-family': style.fontFamily,
        'font-size': size,
        'font-weight': style.fontWeight,
      },
      text.trimEnd(),
    ),
  );
}

function embedded(svg: SVGSVGElement, at: DOMRect, origin: DOMRect): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, into] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  from.forEach((one, index) => {
    const style = getComputedStyle(one);
    for (const name of copied)
      into[index]?.setAttribute(name, style.getPropertyValue(name).replace('currentcolor', style.color));
    into[index]?.removeAttribute('class');
    into[index]?.removeAttribute('style');
  });
  for (const [name, value] of Object.entries({
    x: at.x - origin.x,
    y: at.y - origin.y,
    width: at.width,
    height: at.height,
  }))
    copy.setAttribute(name, String(value));
  return copy;
}

function draw(node: Node, origin: DOMRect): SVGElement[] {
  if (node instanceof Text) return node.parentElement ? lines(node, getComputedStyle(node.parentElement), origin) : [];
  if (!(node instanceof Element) || node.matches('.visually-hidden, .figure-actions, button, select, label')) return [];
  const [style, at] = [getComputedStyle(node), node.getBoundingClientRect()];
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  if (node instanceof SVGSVGElement) return [embedded(node, at, origin)];
  return [...boxes(node, style, at, origin), ...[...node.childNodes].flatMap((child) => draw(child, origin))];
}

export function svgOf(figure: HTMLElement, title: string): string {
  const origin = figure.getBoundingClientRect();
  const [width, height] = [figure.scrollWidth, figure.scrollHeight];
  const whole = element('svg', { xmlns: svgSpace, width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(element('title', {}, title), element('rect', { width, height, fill: '#fff' }), ...draw(figure, origin));
  return new XMLSerializer().serializeToString(whole);
}
