import { App } from "./App";
import "./index.css";
import { mount } from "./mount";

mount(App);
