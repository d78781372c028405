// The network page alone: records as a graph that is drawn, walked and looked at through time.
import './network/time-window'
import {NetworkExplorer} from './network/explorer'

customElements.define('network-explorer', NetworkExplorer)
