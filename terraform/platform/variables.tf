# One variable per entity. What is left out has the default of a careful operator.
#
# Terraform drops unknown attributes of an object without a word. A test of the project compares these types with what
# the program writes.

variable "name" {
  description = "Name of the platform. Its cluster, network, router and NAT are called so."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,23}[a-z0-9])?$", var.name))
    error_message = "The name has at most 25 lower-case letters, digits and hyphens, and starts with a letter."
  }
}

variable "project" {
  description = "Id of the Google Cloud project."
  type        = string
  nullable    = false
}

variable "location" {
  description = "Region such as us-central1, or zone such as us-central1-a. An Autopilot cluster needs a region."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]{1,2}(-[a-z])?$", var.location))
    error_message = "The location is a region such as us-central1 or a zone such as us-central1-a."
  }
}

variable "labels" {
  description = "Labels of the cluster."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "services" {
  description = "APIs to enable, such as container.googleapis.com."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for service in var.services : endswith(service, ".googleapis.com")])
    error_message = "An API is named like container.googleapis.com."
  }
}

variable "network" {
  description = "The network of the nodes. It is made, unless one that exists is named."
  type = object({
    # IPv4 range of the nodes. A /20 has room for 4092.
    nodes = optional(string, "10.0.0.0/20")
    # IPv4 range of the pods. A node takes a /24, so a /14 has room for 1024 nodes.
    pods = optional(string, "10.4.0.0/14")
    # IPv4 range of Kubernetes Services.
    services = optional(string, "10.8.0.0/20")
    # False where the nodes have another way out than a NAT of their own.
    nat = optional(bool, true)
    # A network that exists. Nothing is made in it, and the other attributes have no effect.
    existing = optional(object({
      # Such as projects/acme-net/global/networks/shared.
      network = string
      # Such as projects/acme-net/regions/us-central1/subnetworks/nodes.
      subnetwork = string
      # Name of the subnetwork's secondary range for pods. Null: GKE adds one. In a Shared VPC it cannot.
      pods_range = optional(string)
      # Name of the subnetwork's secondary range for Services. As above.
      services_range = optional(string)
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for range in [var.network.nodes, var.network.pods, var.network.services] : can(cidrnetmask(range))])
    error_message = "The address ranges of the network are IPv4 ranges such as 10.0.0.0/20."
  }

  validation {
    condition = var.network.existing == null || (
      can(regex("^projects/[^/]+/global/networks/[^/]+$", try(var.network.existing.network, ""))) &&
      can(regex("^projects/[^/]+/regions/[^/]+/subnetworks/[^/]+$", try(var.network.existing.subnetwork, "")))
    )
    error_message = "An existing network is named by its whole path, projects/PROJECT/global/networks/NAME, and its subnetwork by projects/PROJECT/regions/REGION/subnetworks/NAME."
  }
}

variable "node_account" {
  description = "The service account of the nodes."
  type = object({
    # Its id, of 6 to 30 characters.
    id = string
    # Its roles in the project. The default writes logs and metrics, and reads nothing of the project.
    roles = optional(set(string), ["roles/container.defaultNodeServiceAccount"])
  })
  nullable = false

  validation {
    condition     = can(regex("^[a-z][-a-z0-9]{4,28}[a-z0-9]$", var.node_account.id))
    error_message = "The id of a service account has 6 to 30 lower-case letters, digits and hyphens, and starts with a letter."
  }

  validation {
    condition     = alltrue([for role in var.node_account.roles : !contains(["roles/owner", "roles/editor"], role)])
    error_message = "Every notebook server shares a node with others: nodes must not be owners or editors of the project."
  }
}

variable "cluster" {
  description = "The cluster. It is made, unless one that exists is named."
  type = object({
    # autopilot, where Google makes the nodes, or standard, where node_pools does. Changing it replaces the cluster.
    mode = optional(string, "autopilot")
    # Zones of the nodes of a regional standard cluster. Null leaves the choice to GKE.
    zones = optional(set(string))
    # False lets terraform delete the cluster. It must be applied before a destroy.
    deletion_protection = optional(bool, true)
    # How early the cluster gets new versions: RAPID, REGULAR, STABLE or EXTENDED.
    release_channel = optional(string, "REGULAR")
    # When Google may upgrade the cluster. Null is any time.
    maintenance = optional(object({
      # The first window, such as 2026-01-10T02:00:00Z. It must not move with today's date.
      start_time = string
      # Its end, such as 2026-01-10T10:00:00Z.
      end_time = string
      # Such as FREQ=WEEKLY;BYDAY=SA,SU.
      recurrence = string
      # Times without upgrades, by name.
      exclusions = optional(map(object({
        # Its first moment, such as 2027-01-18T00:00:00Z.
        start_time = string
        # The first moment after it.
        end_time = string
        # NO_UPGRADES, NO_MINOR_UPGRADES or NO_MINOR_OR_NODE_UPGRADES.
        scope = optional(string, "NO_UPGRADES")
      })), {})
    }))
    # A cluster that exists in the location. Then neither a cluster nor a network is made.
    existing = optional(object({
      # Its name.
      name = string
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["autopilot", "standard"], var.cluster.mode)
    error_message = "The mode of a cluster is autopilot or standard."
  }

  validation {
    condition     = contains(["RAPID", "REGULAR", "STABLE", "EXTENDED"], var.cluster.release_channel)
    error_message = "The release channel is RAPID, REGULAR, STABLE or EXTENDED."
  }
}

variable "node_pools" {
  description = "Node pools of a standard cluster by name. One must be for the hub itself, with purpose core."
  type = map(object({
    # Compute Engine machine type, such as n2-standard-8.
    machine_type = string
    # core: for the hub and the system. user: only for notebook servers.
    purpose = optional(string, "user")
    # True where servers run that ask for no pool.
    open = optional(bool, false)
    # Fewest nodes in all zones together.
    min = optional(number, 0)
    # Most nodes in all zones together.
    max = number
    # Zones of the nodes. Null is those of the cluster.
    zones = optional(set(string))
    # How nodes are obtained: on-demand, spot, flex-start or reservation.
    capacity = optional(string, "on-demand")
    # Name of the reservation to consume. Null is any that matches.
    reservation = optional(string)
    # Boot disk of each node.
    disk = optional(object({
      # Compute Engine disk type.
      type = optional(string, "pd-balanced")
      # Size in GB.
      size_gb = optional(number, 100)
    }), {})
    # GPUs of each node.
    gpu = optional(object({
      # GKE name, such as nvidia-l4.
      type = string
      # GPUs of each node.
      count = number
      # Driver that GKE installs: default, latest or none.
      driver = optional(string, "default")
      # Lets several servers share one GPU.
      sharing = optional(object({
        # time-sharing or mps.
        strategy = string
        # Most servers that share one GPU.
        clients = number
      }))
    }))
    # True for a machine type that has TPU chips.
    tpu = optional(bool, false)
    # Local SSDs that come with the machine type.
    local_ssds = optional(number, 0)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.node_pools) : can(regex("^[a-z]([-a-z0-9]{0,33}[a-z0-9])?$", name))])
    error_message = "The name of a node pool has at most 35 lower-case letters, digits and hyphens, and starts with a letter."
  }

  validation {
    condition     = alltrue([for pool in var.node_pools : contains(["on-demand", "spot", "flex-start", "reservation"], pool.capacity)])
    error_message = "The capacity of a node pool is on-demand, spot, flex-start or reservation."
  }

  validation {
    condition     = alltrue([for pool in var.node_pools : pool.capacity != "flex-start" || pool.min == 0])
    error_message = "GKE makes flex-start nodes on request: min must be 0."
  }
}

variable "universe_domain" {
  description = "Domain of the Google universe; null is googleapis.com. Sandboxes set one that cannot exist, so that a call past them fails."
  type        = string
  default     = null
}

variable "poll_interval" {
  description = "How often long-running operations are asked for their state, such as 1s; null is the provider's choice."
  type        = string
  default     = null
}
