// The view as a link, on paper, or as text to paste.

function openShare() {
  $("share-link").value = location.href;
  $("share-said").textContent = location.protocol === "file:" ? "The link opens this view where the same file lies at the same place." : "";
  $("share").showModal();
  $("share-link").select();
}

async function copyLink() {
  $("share-link").select();
  try {
    await navigator.clipboard.writeText($("share-link").value);
    $("share-said").textContent = "Copied.";
  } catch {
    $("share-said").textContent = "The browser does not let this page copy: press Ctrl and C, the link is chosen.";
  }
}

function printView() {
  $("share").close();
  window.print();
}

function listenShare() {
  for (const [id, act] of [["share-view", openShare], ["copy-link", copyLink], ["print-view", printView], ["close-share", () => $("share").close()]]) $(id).addEventListener("click", act);
}
