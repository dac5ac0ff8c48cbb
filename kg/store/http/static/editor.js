"use strict";

// The editor asks this server alone; completions that would ask other servers are left out.
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
  endpointCatalogueOptions: { getData: () => [] },
  copyEndpointOnNewTab: true,
  yasqe: { autocompleters: ["variables"], createShareableLink: null },
});

const example = document.getElementById("example");

function open(name) {
  const template = document.getElementById(`query-${name}`);
  if (!template) return;
  const tab = yasgui.addTab(true, { name });
  tab.setQuery(template.innerHTML === "" ? "" : template.content.textContent);
}

example.addEventListener("change", () => {
  open(example.value);
  example.value = "";
});

window.addEventListener("hashchange", () => open(location.hash.slice(1)));
if (location.hash) open(location.hash.slice(1));
