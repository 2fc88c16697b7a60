import { App } from "./app/app";
import "./index.css";
import { mount } from "./app/mount";
import { keepOffline } from "./service-worker/register";

void mount(App, { keeps: true });
keepOffline();
