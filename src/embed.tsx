import { EmbedApp } from "./embed/embed-app";
import "./index.css";
import { mount } from "./app/mount";

mount(EmbedApp, { keeps: false });
