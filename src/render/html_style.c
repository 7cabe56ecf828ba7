#include "render/html_style.h"

/*
 * Every rule begins with a class of ours, so that nothing else on the page changes. Colours are
 * given with what they lie on, whatever the page around is: words stand out from it by at least
 * seven to one where they can, four and a half to one everywhere.
 */
const char *const phb__html_style[PHB__HTML_STYLE_LINES] = {
    ".phb{box-sizing:border-box;max-width:62rem;padding:.5rem 1rem 1.5rem;"
    "color:#1d2a33;background:#fff;font:400 1rem/1.5 system-ui,\"Segoe UI\",Roboto,"
    "\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif;text-align:left;"
    "overflow-wrap:break-word}",
    ".phb h1,.phb h2,.phb h3,.phb h4{margin:2rem 0 .75rem;color:#12324a;"
    "font-weight:600;line-height:1.25}",
    ".phb .phb-title{margin-top:.5rem;font-size:1.625rem}",
    ".phb .phb-part{font-size:1.375rem}",
    ".phb .phb-piece{margin-top:1.5rem;font-size:1.125rem}",
    ".phb p,.phb ul,.phb dl{margin:0 0 1rem}",
    ".phb ul{padding-left:1.25rem}",
    ".phb li{margin:.25rem 0}",
    ".phb abbr{text-decoration:underline dotted}",
    ".phb .phb-about{color:#47545d;font-size:.9375rem}",
    ".phb .phb-id{color:#47545d;overflow-wrap:anywhere}",
    ".phb .phb-key{margin:0 0 1.5rem;padding:.75rem 1rem;border-left:.375rem solid #2f6b8f;"
    "background:#eef4f8}",
    ".phb .phb-key p{margin:0 0 .25rem}",
    ".phb .phb-key strong{font-size:1.5rem;font-variant-numeric:tabular-nums}",
    ".phb table{width:100%;margin:0 0 1.75rem;border:0;border-collapse:collapse;"
    "font-size:1rem;table-layout:auto}",
    ".phb caption{padding:0 0 .25rem;caption-side:top;color:#12324a;font-weight:600;"
    "text-align:left}",
    ".phb.phb tbody tr:nth-child(n),.phb.phb thead tr:nth-child(n){background:none}",
    ".phb th,.phb td{padding:.4rem .75rem .4rem 0;border:0;"
    "border-bottom:1px solid #cfd8de;color:inherit;font-size:inherit;text-align:left;"
    "vertical-align:top;white-space:normal}",
    ".phb th{font-weight:400}",
    ".phb thead th{border-bottom:2px solid #8fa1ad;font-weight:600;"
    "vertical-align:bottom}",
    ".phb th:last-child,.phb td:last-child{padding-right:0}",
    ".phb .phb-amount{text-align:right;font-variant-numeric:tabular-nums}",
    ".phb td.phb-amount,.phb td time,.phb th time{white-space:nowrap}",
    ".phb .phb-sum th,.phb .phb-sum td{border-top:2px solid #8fa1ad;font-weight:600}",
    ".phb .phb-scroll{margin:0 0 1.75rem;overflow-x:auto}",
    ".phb .phb-scroll:focus-visible{outline:3px solid #2f6b8f;outline-offset:2px}",
    ".phb .phb-scroll table{margin:0}",
    ".phb .phb-scroll td,.phb .phb-scroll th{min-width:4rem;padding-right:1rem}",
    ".phb .phb-scroll .phb-long{min-width:20rem}",
    ".phb .phb-list{padding:0;list-style:none}",
    ".phb .phb-list>li{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid #cfd8de;"
    "border-left:.375rem solid #8fa1ad}",
    ".phb .phb-list>li.phb-breach,.phb .phb-list>li.phb-overdue{"
    "border-left-color:#a3172c}",
    ".phb .phb-list>li.phb-gap,.phb .phb-list>li.phb-due{border-left-color:#7a4300}",
    ".phb .phb-list>li.phb-warning,.phb .phb-list>li.phb-due-soon{"
    "border-left-color:#b8860b}",
    ".phb .phb-list h3,.phb .phb-list h4,.phb .phb-what{margin:0 0 .5rem;"
    "font-weight:600}",
    ".phb .phb-tag{display:inline-block;margin:0 .5rem .25rem 0;padding:0 .5rem;"
    "border:1px solid #47545d;background:#eef1f3;color:#1d2a33;font-size:.9375rem;"
    "font-weight:600}",
    ".phb .phb-breach>* .phb-tag,.phb .phb-overdue>* .phb-tag{border-color:#a3172c;"
    "background:#a3172c;color:#fff}",
    ".phb .phb-gap>* .phb-tag,.phb .phb-due>* .phb-tag{border-color:#7a4300;"
    "background:#fbeedd;color:#5f3400}",
    ".phb .phb-warning>* .phb-tag,.phb .phb-due-soon>* .phb-tag{border-color:#8a6500;"
    "background:#fff7d6;color:#4d3900}",
    ".phb .phb-missing{color:#a3172c;font-weight:600}",
    ".phb dl.phb-details{margin:0}",
    ".phb .phb-details>div{display:flex;flex-wrap:wrap;gap:0 .75rem;margin:.125rem 0}",
    ".phb .phb-details dt{flex:0 0 7rem;margin:0;color:#47545d;font-weight:400}",
    ".phb .phb-details dd{flex:1 1 12rem;min-width:0;margin:0;overflow-wrap:anywhere}",
    ".phb .phb-tree,.phb .phb-tree ul{margin:0 0 .75rem;padding-left:0;"
    "list-style:none}",
    ".phb .phb-tree ul{margin:.125rem 0;padding-left:.75rem;"
    "border-left:2px solid #cfd8de}",
    ".phb .phb-tree li{margin:.375rem 0;overflow-wrap:anywhere}",
    ".phb .phb-tree>li{margin-bottom:1rem}",
    ".phb .phb-value{font-weight:600;font-variant-numeric:tabular-nums}",
    ".phb .phb-source{color:#47545d;font-size:.9375rem}",
    "@media (max-width:30rem){.phb .phb-tree ul{padding-left:.375rem}"
    ".phb .phb-title{font-size:1.375rem}.phb .phb-part{font-size:1.25rem}"
    ".phb th,.phb td{padding-right:.5rem}.phb table{font-size:.9375rem}"
    ".phb tr>* time{white-space:normal}.phb .phb-scroll time{white-space:nowrap}}",
    "@media print{.phb{max-width:none;padding:0;color:#000;font-size:10.5pt}"
    ".phb table{font-size:9.5pt}.phb .phb-scroll{overflow:visible}"
    ".phb .phb-scroll table{font-size:8pt}.phb tr>* time{white-space:normal}"
    ".phb .phb-scroll td,.phb .phb-scroll th,.phb .phb-scroll .phb-long{min-width:0;"
    "padding-right:.375rem;overflow-wrap:anywhere}.phb thead{display:table-header-group}"
    ".phb tr,.phb .phb-list>li,.phb .phb-key{break-inside:avoid}"
    ".phb h1,.phb h2,.phb h3,.phb h4,.phb caption{break-after:avoid}"
    ".phb .phb-tag{border-color:#000;background:none!important;color:#000!important}}",
};

/* What only a whole page may say. */
const char *const phb__html_page_style[PHB__HTML_PAGE_STYLE_LINES] = {
    "html{background:#fff}",
    ".phb-page{margin:0}",
    ".phb-page main{max-width:62rem;margin:0 auto}",
    "@page{margin:18mm 15mm}",
};
