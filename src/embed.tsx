import { EmbedApp } from "./embed/embed-app";
import "./index.css";
import { mount } from "./app/mount";

void mount(EmbedApp, { keeps: false });
