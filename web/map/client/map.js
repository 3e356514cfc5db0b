// Draws the maps of a page with Leaflet (`L`). Texts are set as text, never as markup. Other scripts of the page may hear `map:select`
// of a figure ({ layer, id }), and change what it shows by `map:data` ({ layers }) or open a place by `map:show` ({ id }).
"use strict";
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const MARKER = 28;

  for (const figure of document.querySelectorAll("[data-map]"))
    start(figure).catch((error) => {
      // The list says it all.
      figure.querySelector(".geomap-canvas").hidden = true;
      throw error;
    });

  async function start(figure) {
    // One script element a map: the second run finds nothing left to do.
    figure.removeAttribute("data-map");
    const { layers, tiles, words } = JSON.parse(figure.querySelector(".geomap-data").textContent);
    const canvas = figure.querySelector(".geomap-canvas");
    canvas.hidden = false;
    figure.querySelector(".geomap-keys").hidden = false;
    const map = L.map(canvas, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      zoomSnap: tiles ? 1 : 0.25,
      minZoom: 3,
      maxZoom: 18,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
      inertia: !calm,
    });
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    map.getPane("overlayPane").setAttribute("aria-hidden", "true");
    map.getPane("tooltipPane").setAttribute("aria-hidden", "true");
    if (tiles) L.tileLayer(tiles.url, { maxZoom: tiles.maxZoom || 18, className: "geomap-tiles" }).addTo(map);

    // The wheel scrolls the page until somebody turns to the map.
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    nameTheClosing(map, words.close);

    const content = L.featureGroup().addTo(map);
    let markers = [];
    const show = async (shown) => {
      const drawn = await Promise.all(shown.map((layer) => draw(figure, layer)));
      content.clearLayers();
      markers = drawn.flatMap((one) => one.markers);
      for (const one of drawn) content.addLayer(one.group);
      labelMarkers(markers);
    };
    const fit = () => {
      const bounds = content.getBounds();
      if (bounds.isValid()) map.fitBounds(bounds, { padding: [18, 18], maxZoom: 15, animate: false });
      else map.setView([51, 10], 5, { animate: false });
    };
    fit();
    await show(layers);
    fit();
    const tidy = () => {
      keepMarkersApart(map, markers);
      keepNamesApart(canvas);
    };
    tidy();

    figure.addEventListener("map:data", (event) => void show(event.detail.layers).then(tidy));
    figure.addEventListener("map:show", (event) => {
      const marker = markers.find(({ spot }) => spot === event.detail.id);
      if (marker) marker.openPopup();
    });
    map.on("zoomend resize", tidy);
    addEventListener("beforeprint", () => {
      canvas.classList.add("is-printed");
      map.invalidateSize({ animate: false });
      fit();
    });
    addEventListener("afterprint", () => {
      canvas.classList.remove("is-printed");
      map.invalidateSize({ animate: false });
      fit();
    });
    figure.dataset.mapReady = "";
  }

  async function draw(figure, layer) {
    if (layer.kind === "areas") return { group: await areas(layer), markers: [] };
    if (layer.kind === "tour") return tour(figure, layer);
    return places(figure, layer, layer.points, `geomap-${layer.symbol}`, () => "");
  }

  async function areas({ geojson, url }) {
    const collection = geojson || (await fetchJson(url));
    const style = { interactive: false, className: "geomap-area" };
    return L.geoJSON(collection, {
      filter: ({ geometry }) => geometry !== null && /Polygon$/.test(geometry.type),
      style: () => style,
      onEachFeature: ({ properties }, shape) => {
        const name = properties && properties.name;
        if (!name) return;
        shape.bindTooltip(text("span", name), { permanent: true, direction: "center", className: "geomap-name" });
      },
    });
  }

  // Points can be shown without outlines.
  async function fetchJson(url) {
    const empty = { type: "FeatureCollection", features: [] };
    const response = await fetch(url).catch(() => undefined);
    return response && response.ok ? response.json() : empty;
  }

  function tour(figure, layer) {
    const { hue, line, stops } = layer;
    const path = line.map(([longitude, latitude]) => [latitude, longitude]);
    const casing = L.polyline(path, { interactive: false, className: "geomap-casing" });
    const stroke = L.polyline(path, { interactive: false, className: `geomap-line hue-${hue} dash-${hue}` });
    const drawn = places(figure, layer, stops, `geomap-stop hue-${hue}`, (index) => String(index + 1));
    return { group: L.featureGroup([casing, stroke, drawn.group]), markers: drawn.markers };
  }

  function places(figure, layer, points, className, signOf) {
    const markers = points.map((point, index) => {
      const sign = signOf(index);
      const [longitude, latitude] = point.position;
      const icon = L.divIcon({
        className: `geomap-marker ${className}`,
        html: text("span", sign),
        iconSize: [MARKER, MARKER],
      });
      const marker = L.marker([latitude, longitude], { icon, riseOnHover: true });
      marker.spot = point.id;
      marker.spoken = sign === "" ? point.name : `${sign}. ${point.name}`;
      marker.bindPopup(() => popupOf(layer, point), { maxWidth: 260, autoPanPadding: [12, 12] });
      marker.on("popupopen", () =>
        figure.dispatchEvent(
          new CustomEvent("map:select", { bubbles: true, detail: { layer: layer.id || layer.name, id: point.id } }),
        ),
      );
      return marker;
    });
    return { group: L.featureGroup(markers), markers };
  }

  function popupOf({ columns }, { name, cells }) {
    const box = document.createElement("div");
    box.append(text("strong", name));
    columns.forEach((column, index) => {
      if (cells[index]) box.append(text("span", `${column}: ${cells[index]}`));
    });
    return box;
  }

  function text(element, content) {
    const made = document.createElement(element);
    made.textContent = content;
    return made;
  }

  // Leaflet makes buttons of them; it knows neither their name nor the space bar.
  function labelMarkers(markers) {
    for (const marker of markers) {
      const element = marker.getElement();
      if (!element) continue;
      element.setAttribute("aria-label", marker.spoken);
      element.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        marker.togglePopup();
      });
    }
  }

  // By keyboard one comes into the popup, and back to where one was.
  function nameTheClosing(map, words) {
    map.on("popupopen", ({ popup }) => {
      const button = popup.getElement().querySelector(".leaflet-popup-close-button");
      button.setAttribute("aria-label", words);
      const source = popup._source && popup._source.getElement();
      if (source && source === document.activeElement) {
        button.focus({ preventScroll: true });
        popup.cameBy = source;
      }
    });
    map.on("popupclose", ({ popup }) => {
      const inside = popup.getElement() && popup.getElement().contains(document.activeElement);
      if (popup.cameBy && (inside || document.activeElement === document.body))
        popup.cameBy.focus({ preventScroll: true });
      popup.cameBy = undefined;
    });
  }

  // Places that lie on each other at this scale are moved so far that each can be pressed; nearer by they lie where they are.
  function keepMarkersApart(map, markers) {
    const taken = [];
    for (const marker of markers) {
      const element = marker.getElement();
      if (!element) continue;
      const at = map.latLngToLayerPoint(marker.getLatLng());
      const spot = freeSpot(at, taken);
      element.style.marginLeft = `${spot.x - at.x - MARKER / 2}px`;
      element.style.marginTop = `${spot.y - at.y - MARKER / 2}px`;
      taken.push(spot);
    }
  }

  function freeSpot(at, taken) {
    const isFree = (spot) =>
      taken.every((one) => Math.max(Math.abs(one.x - spot.x), Math.abs(one.y - spot.y)) >= MARKER);
    for (let ring = 0; ring < 8; ring++)
      for (let step = 0; step < 16; step++) {
        const angle = (step * Math.PI) / 8;
        const far = (ring * MARKER) / 2;
        const spot = { x: Math.round(at.x + far * Math.cos(angle)), y: Math.round(at.y + far * Math.sin(angle)) };
        if (isFree(spot)) return spot;
      }
    return at;
  }

  // Of names that would lie over each other the first stays.
  function keepNamesApart(canvas) {
    const kept = [];
    for (const label of canvas.querySelectorAll(".geomap-name")) {
      label.classList.remove("is-left-out");
      const box = label.getBoundingClientRect();
      const meets = (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      if (kept.some(meets)) label.classList.add("is-left-out");
      else kept.push(box);
    }
  }
})();
