//! What happens with a CV here, in plain words.

use yew::prelude::*;

pub fn privacy() -> Html {
    html! {
        <article class="prose">
            <h1>{ "Privacy" }</h1>
            <p class="lede">{ "Your CV is yours. This page says where it is at every moment." }</p>
            <h2>{ "While you use the tool" }</h2>
            <p>{ "The file is read, compared with the job post and turned into a PDF by code that runs in your browser. Nothing of it is uploaded for that, and you can check it: after the page has loaded, all of it works without a connection." }</p>
            <h2>{ "When you ask for the AI review" }</h2>
            <p>{ "Only then, and only after you press the button, the CV text and the job post go through our server to Google Gemini or, when that is down, to Hugging Face. Name, e-mail, phone, address and links are replaced by placeholders first, as far as our rules recognise them, and you see the exact text beforehand. Our server passes the text on and keeps none of it: no copy, no log of its content." }</p>
            <p>{ "To keep the number of AI reviews a day within bounds, the server counts requests by a value computed from your network address with a key that changes every day. The address itself is not stored." }</p>
            <h2>{ "What this browser keeps" }</h2>
            <p>{ "Your two texts and the last five reviews, in the browser's own storage on this device, so that a reload loses nothing. You can switch that off for a session or delete everything, at the foot of the tool. There are no cookies and no account." }</p>
            <h2>{ "What we never load" }</h2>
            <p>{ "Nothing comes from a third party: no fonts, no analytics, no advertising." }</p>
        </article>
    }
}
