/** For a browser: the page posts the report to its own server. */
import { report } from "./report.js"

const text = await report(new URLSearchParams(location.search)).then(JSON.stringify, String)
await fetch("/report", { method: "POST", body: text })
