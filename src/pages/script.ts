// The one script of the pages: it copies a feed's address where the browser allows that. Nothing else needs it.

/** Shows the button before it, and lets it copy what stands before the button and say so behind it. */
export const copyScript = `{const b=document.currentScript.previousElementSibling.previousElementSibling;\
if(navigator.clipboard){b.hidden=false;b.onclick=async()=>{\
await navigator.clipboard.writeText(b.previousElementSibling.textContent);\
b.nextElementSibling.textContent=b.dataset.done}}}`;

/** SHA-256 of the script in base64; a test says what it must be when the script changes. */
export const copyScriptHash = "NO2oPsrYq4dhr6WgxxhW8USi4UoOyQH5CZUMkyBA5Gw=";
