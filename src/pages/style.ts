// The style sheet of the pages. It stands in each page: one request shows it, and no page outlives its style.

// Faces with all Vietnamese letters on every system: New York and San Francisco, Cambria and Segoe UI, Noto and Roboto.
// (Georgia, Charter or Iowan Old Style lack some on some of them, and a missing "ế" is borrowed from another face.)
const tokens = `
:root{color-scheme:light dark;
--paper:#fbfaf6;--panel:#f1efe6;--ink:#1a242e;--soft:#55606a;--line:#dad6c9;--link:#0b526d;--mark:#a8442a;
--serif:ui-serif,Cambria,"Noto Serif","Times New Roman",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#10161c;--panel:#18212a;--ink:#e5e7e4;--soft:#a2adb6;--line:#2d3943;--link:#8ecbe0;--mark:#eb9a80}}`;

// Vietnamese stacks two marks on a vowel (ế, ữ, Ậ), so lines stand further apart than English alone would need.
const text = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.7 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{font-family:var(--serif);font-weight:600;line-height:1.35;margin:0;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.35rem + 1.8vw,2.625rem);line-height:1.28;letter-spacing:-.005em}
h2{font-size:1.375rem}
h3{font-size:1.1875rem}
p{margin:0;text-wrap:pretty}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.22em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--mark);outline-offset:3px;border-radius:2px}
time{white-space:nowrap;font-variant-numeric:tabular-nums}
ul,ol{margin:0;padding:0}
[role=list]{list-style:none}
.soft{color:var(--soft);font-size:.9375rem}
.quiet a,.title a{color:inherit;text-decoration:none}
.quiet a:hover,.title a:hover{color:var(--link);text-decoration:underline}`;

const shell = `
.wrap{max-width:74rem;margin:0 auto;padding:0 clamp(1.125rem,4vw,2.5rem)}
.skip{position:absolute;left:1rem;top:-4rem;z-index:1;background:var(--paper);padding:.5rem 1rem}
.skip:focus{top:.75rem}
.top{border-bottom:1px solid var(--line);border-top:4px solid var(--link)}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.75rem;padding-top:.625rem;padding-bottom:.625rem}
.brand{font:600 1.125rem/1.4 var(--serif);margin-right:auto;padding:.25rem 0}
.brand img{vertical-align:-.3em;margin-right:.5rem}
.top nav{display:flex;flex-wrap:wrap;gap:0 1.5rem;font-size:.9375rem}
.top nav a,.bottom a{display:inline-block;padding:.25rem 0}
#main{padding-top:clamp(1.75rem,4.5vw,3.25rem);padding-bottom:clamp(3rem,8vw,5rem)}
section{margin-top:clamp(2.5rem,6vw,4rem)}
section:not(.panel)>h2{border-bottom:1px solid var(--line);padding-bottom:.5rem;margin-bottom:1.25rem}
.bottom{border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem}
.bottom .wrap{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;padding-top:1.25rem;padding-bottom:2rem}
.bottom p{margin-right:auto;padding:.25rem 0}`;

const parts = `
.lede{font-size:1.1875rem;line-height:1.65;color:var(--soft);max-width:38rem;margin-top:1rem}
.told{max-width:38rem;margin:1rem 0 .5rem}
.other{font:italic 1.125rem/1.5 var(--serif);color:var(--soft);margin-top:.375rem}
.panel{background:var(--panel);border-radius:.375rem;margin-top:2rem;padding:1.25rem 1.375rem 1.125rem}
.panel h2{margin-bottom:.375rem}
.panel:not(.two>*){max-width:44rem}
.panel .soft{margin-top:.375rem}
.panel .names{margin-top:.125rem}
.copying{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;margin:.875rem 0 .5rem}
.copying .address{flex:1 0 100%}
.address{display:block;margin:0 0 .25rem;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--line);
border-radius:.25rem;font:.875rem/1.6 ui-monospace,"Cascadia Mono",Menlo,"Noto Sans Mono",monospace;overflow-wrap:anywhere;
-webkit-user-select:all;user-select:all}
.feeds{display:flex;flex-wrap:wrap;gap:.125rem 1.125rem;font-size:.875rem}
.feeds a{min-width:1.5rem;min-height:1.5rem;line-height:1.75rem}
.topics{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15.5rem),1fr));gap:0 2rem}
.topics li{border-bottom:1px solid var(--line);padding:.5rem 0}
.topics .title{display:flex;justify-content:space-between;align-items:baseline;gap:.75rem}
.topics .title a{padding:.125rem 0}
.topics .soft{flex:none;font-family:var(--sans);font-weight:400;font-size:.875rem}
.names{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;font-size:.9375rem}
.names a{display:inline-block;padding:.125rem 0}
.entries>li{padding:1.125rem 0 1.25rem;border-bottom:1px solid var(--line)}
.entries>li:first-child{padding-top:0}
.entries .title{text-wrap:pretty}
.entries .title a{display:inline-block;padding:.125rem 0}
.from::before{content:"· "}
.entries .text{margin-top:.25rem;max-width:40rem}
.more{margin-top:1.25rem}
.more a{display:inline-block;padding:.25rem 0}`;

const forms = `
button,input,select{font:inherit;font-size:1rem;line-height:1.5;color:inherit}
button,select,input:not([type=checkbox]){min-height:2.5rem;padding:.375rem .75rem;background:var(--paper);
border:1px solid var(--soft);border-radius:.25rem;max-width:100%}
button{cursor:pointer;color:var(--link);border-color:var(--link);font-size:.9375rem}
button:hover{background:var(--link);color:var(--paper)}
[hidden]{display:none}
.field{display:flex;gap:.5rem;margin:.25rem 0 .375rem}
.field input{flex:1;min-width:0}
.search{flex:1 1 22rem;max-width:34rem}
header .search,.names+.search{margin-top:1.5rem}
.search .soft{font-size:.875rem;line-height:1.5}
.narrow{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.75rem 3rem;margin-bottom:1.75rem}
.names [aria-current]{color:inherit;font-weight:600;text-decoration:none}
.row{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1rem}
.row label{display:grid;font-size:.9375rem;min-width:0}
summary{cursor:pointer;padding:.375rem 0;color:var(--link);text-decoration:underline;text-underline-offset:.22em}
fieldset{border:0;margin:1rem 0 1.5rem;padding:0}
legend{font-weight:600;padding:0 0 .375rem}
.boxes{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.125rem 1.5rem}
.boxes label{display:flex;gap:.625rem;align-items:center;min-height:2rem;font-size:.9375rem}
.boxes input{flex:none;width:1.125rem;height:1.125rem;margin:0;accent-color:var(--link)}
h2>.soft{font-family:var(--sans);font-weight:400;margin-left:.5rem}
.kicker{color:var(--mark);font-size:.9375rem;font-weight:600;margin-bottom:.25rem}`;

const article = `
.facts{display:grid;gap:.625rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));margin:1.5rem 0 0;
padding:1rem 0;border:solid var(--line);border-width:1px 0;font-size:.9375rem;line-height:1.55}
.facts dt{color:var(--soft);font-size:.875rem}
.facts dd{margin:0}
.facts>:last-child{grid-column:1/-1}
.facts .names{gap:0 .875rem}
.facts a{display:inline-block;padding:.125rem 0}
.derived{font-size:clamp(1.375rem,1.2rem + .8vw,1.75rem);line-height:1.4}
.body{margin-top:2rem;max-width:41rem;font-size:1.125rem;line-height:1.78}
.body>*{margin:0 0 1.15em}
.body :is(h2,h3,h4,h5,h6){margin-top:1.9em;margin-bottom:.6em}
.body :is(ul,ol){padding-left:1.5em}
.body blockquote{border-left:3px solid var(--line);padding-left:1.125rem;color:var(--soft)}
.body :is(img,video){max-width:100%;height:auto;border-radius:.25rem}
.body figcaption{color:var(--soft);font-size:.9375rem;line-height:1.55}
.body :is(pre,table){display:block;max-width:100%;overflow-x:auto;font-size:.9375rem}
.body :is(td,th){border:1px solid var(--line);padding:.375rem .75rem;text-align:left}
.note{border-left:3px solid var(--line);padding-left:1rem;margin-top:1rem}
.captions{padding-left:1.25rem;max-width:41rem}`;

const wide = `
@media (min-width:56rem){
.two{display:grid;grid-template-columns:minmax(0,1fr) 23rem;column-gap:clamp(2.5rem,5vw,5rem);align-items:start}
.top nav{margin-left:auto}
.two>.panel{margin-top:.5rem}
.topics li{padding:.75rem 0 .625rem}
.pair{display:grid;grid-template-columns:1fr 1fr;column-gap:4rem}
.pair>li:nth-child(2){padding-top:0}
.dated>li>article{display:grid;grid-template-columns:13rem minmax(0,1fr);column-gap:2rem}
.dated>li>article>*{grid-column:2}
.dated>li>article>.soft{grid-column:1;grid-row:1/span 2;padding-top:.125rem}
.dated .from{display:block}.dated .from::before{content:none}
.reading{display:grid;grid-template-columns:minmax(0,43rem) 15rem;column-gap:clamp(3rem,7vw,7rem)}
.reading>*{grid-column:1}
.reading>.facts{grid-column:2;grid-row:1/span 40;align-content:start;grid-template-columns:1fr;gap:1rem;align-self:start;
border-width:1px 0 0;margin-top:.5rem}}`;

const elsewhere = `
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.panel,.address{border:1px solid}}
@media print{
:root{--paper:#fff;--panel:#fff;--ink:#000;--soft:#333;--line:#999;--link:#000}
body{font:11pt/1.55 var(--serif)}
.top nav,.bottom,.skip,.panel,.feeds,.unprinted,form{display:none}
.body,.text,.lede{max-width:none}
.origin a::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
li,h1,h2,h3,.facts{break-inside:avoid}h1,h2,h3{break-after:avoid}p{orphans:3;widows:3}}`;

/** The whole style sheet, as it stands between the tags of a page's `style` element. */
export const stylesheet: string = [tokens, text, shell, parts, forms, article, wide, elsewhere].join("");

/** SHA-256 of the style sheet in base64; a test says what it must be when the style sheet changes. */
export const stylesheetHash = "9sEZdTlSi+IumoKmRAuMeyMg7TB8AGyvu0fjvOp6fCA=";
