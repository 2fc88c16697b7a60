import { EmbedApp } from "./embed/embed-app";
import { asksForLook } from "./embed/look";
import "./index.css";
import { mount } from "./app/mount";

void mount(EmbedApp, { keeps: false, asBuilt: !asksForLook(location.search) });
