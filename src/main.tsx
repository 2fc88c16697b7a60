import { App } from "./App";
import "./index.css";
import { mount } from "./mount";
import { keepOffline } from "./service-worker/register";

mount(App);
keepOffline();
